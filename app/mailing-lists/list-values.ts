/** As typed. */
export interface ListValues {
  id: string;
  revision: number;
  name: string;
  addresses: string;
}

export interface ListFaults {
  form?: string;
  name?: string;
  addresses?: string;
}

/** Whose each client of the shared document is. */
export interface KnownWriters {
  clients: [client: number, author: number][];
  people: Writer[];
}

/** Somebody who wrote in these notes. */
export interface Writer {
  /** Of the person, in these notes. */
  number: number;
  personId: string;
  name: string;
}

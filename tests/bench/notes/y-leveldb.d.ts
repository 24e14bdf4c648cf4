declare module 'y-leveldb' {
  /** The store that @y/websocket-server uses. */
  export class LeveldbPersistence {
    constructor(folder: string);
    storeUpdate(name: string, update: Uint8Array): Promise<number>;
    destroy(): Promise<void>;
  }
}

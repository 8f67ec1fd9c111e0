declare module 'datapackage' {
  /** What descriptors are checked against. */
  export class Profile {
    static load(name: string): Promise<Profile>;
    validate(descriptor: object): { valid: boolean; errors: Error[] };
  }
}

/** A style sheet that a script has loaded when it is needed: its address. */
declare module '*.css?url' {
  const address: string;
  export default address;
}

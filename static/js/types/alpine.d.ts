/** The part of Alpine that is used here; the package brings no types. */
declare module '@alpinejs/csp' {
  /** What every component has beside its own. */
  type Magic = { $root: HTMLElement; $el: HTMLElement; $watch(name: string, changed: () => void): void }
  const Alpine: {
    data<T extends object>(name: string, make: () => T & ThisType<T & Magic>): void
    start(): void
  }
  export default Alpine
}

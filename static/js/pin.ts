// The PIN page: keys, keyboard and boxes over one input; the fourth digit sends it. Without this it is typed and sent by hand.
import Alpine from '@alpinejs/csp'
import { startFreshness } from './freshness'

const digits = 4

Alpine.data('pin', () => ({
  pin: '',
  ready: '1',
  get said() {
    const words = this.$root.querySelector<HTMLElement>('[data-words]')?.dataset.words ?? ''
    return this.pin === '' ? '' : words.replace('{typed}', String(this.pin.length))
  },
  init() {
    // The pad is the keyboard: the tablet's own stays down.
    this.$root.querySelector<HTMLInputElement>('[name=pin]')!.inputMode = 'none'
    this.$watch('pin', () => {
      const clean = this.pin.replace(/\D/g, '').slice(0, digits)
      if (clean !== this.pin) this.pin = clean
      else if (clean.length === digits) (this.$root as HTMLFormElement).requestSubmit()
    })
  },
  press(event: Event) {
    this.pin += (event.currentTarget as HTMLButtonElement).value
  },
  clear() {
    this.pin = ''
  },
  back() {
    this.pin = this.pin.slice(0, -1)
  },
  typed(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).matches('input')) return
    if (/^\d$/.test(event.key)) this.pin += event.key
    else if (event.key === 'Backspace') this.back()
    else return
    event.preventDefault()
  },
}))

Alpine.start()
startFreshness()

// Not a page's script by itself: a script that needs Alpine imports `alpine` from here, registers its components, then starts it.
import alpine from '@alpinejs/csp'
import 'htmx.org/dist/ext/hx-alpine-compat.js'

declare global {
  interface Window {
    Alpine: typeof alpine
  }
}

window.Alpine = alpine

export { alpine }

// On every page: htmx and the extensions the pages use. The extensions find htmx as the global the import above them leaves.
import 'htmx.org/dist/htmx.esm.js'
import 'htmx.org/dist/ext/hx-sse.js'
import 'htmx.org/dist/ext/hx-preload.js'

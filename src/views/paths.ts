type Keys<P extends string> = P extends `${string}:${infer K}/${infer Rest}`
  ? K | Keys<`/${Rest}`>
  : P extends `${string}:${infer K}`
    ? K
    : never

export type Query = Record<string, string | number | undefined>

const path = <const P extends string>(pattern: P) => ({
  pattern,
  /** The URL with its parameters filled in; `query` entries that are undefined are left out. */
  href: (params: Record<Keys<P>, string>, query?: Query): string => {
    const url = pattern.replace(/:(\w+)/g, (_, key: Keys<P>) => encodeURIComponent(params[key]))
    const pairs = Object.entries(query ?? {}).filter(([, value]) => value !== undefined)
    if (pairs.length === 0) return url
    return `${url}?${new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, String(value)]))}`
  },
})

/** Every URL of the product, once: routes, links, redirects and tests all read it here. */
export const paths = {
  home: path('/'),
  language: path('/language/:lang'),
  signIn: path('/sign-in'),
  signUp: path('/sign-up'),
  signUpCode: path('/sign-up/code/:id'),
  signUpResending: path('/sign-up/code/:id/resending'),
  reset: path('/reset'),
  resetCode: path('/reset/code/:id'),
  resetResending: path('/reset/code/:id/resending'),
  signOut: path('/sign-out'),
  account: path('/account'),
  accountProfile: path('/account/profile'),
  accountEmail: path('/account/email'),
  accountPassword: path('/account/password'),
  accountPhone: path('/account/phone'),
  accountPhoneCode: path('/account/phone/code/:id'),
  accountPhoneResending: path('/account/phone/code/:id/resending'),
  accountAddresses: path('/account/addresses'),
  accountAddress: path('/account/addresses/:id'),
  accountAddressRemoval: path('/account/addresses/:id/removal'),
  accountPreferences: path('/account/preferences'),
  accountSessions: path('/account/sessions'),
  accountSession: path('/account/sessions/:id'),
  accountData: path('/account/data'),
  accountDeletion: path('/account/deletion'),
  join: path('/join'),
  joinInvitation: path('/join/:secret'),
  desks: path('/desks'),
  accent: path('/accents/:brand'),
  picture: path('/pictures/:file'),
  offline: path('/offline'),

  myOrders: path('/orders'),
  order: path('/orders/:id'),
  orderStream: path('/orders/:id/stream'),
  orderPayment: path('/orders/:id/payment'),
  orderCancellation: path('/orders/:id/cancellation'),
  orderAgain: path('/orders/:id/again'),

  counterQueue: path('/counter/:brand/:store'),
  counterStream: path('/counter/:brand/:store/stream'),
  counterOrder: path('/counter/:brand/:store/orders/:id'),
  counterPayment: path('/counter/:brand/:store/orders/:id/payment'),
  counterAcceptance: path('/counter/:brand/:store/orders/:id/acceptance'),
  counterRejection: path('/counter/:brand/:store/orders/:id/rejection'),
  counterHandover: path('/counter/:brand/:store/orders/:id/handover'),
  counterDeparture: path('/counter/:brand/:store/orders/:id/departure'),
  counterCancellation: path('/counter/:brand/:store/orders/:id/cancellation'),
  counterAcknowledgement: path('/counter/:brand/:store/orders/:id/acknowledgement'),
  counterStock: path('/counter/:brand/:store/stock'),
  counterStockItem: path('/counter/:brand/:store/stock/:item'),
  counterStockSwitch: path('/counter/:brand/:store/stock/:item/switch'),
  counterStockCount: path('/counter/:brand/:store/stock/:item/count'),
  counterStockRules: path('/counter/:brand/:store/stock/:item/rules'),
  counterPause: path('/counter/:brand/:store/pause'),
  counterReopening: path('/counter/:brand/:store/reopening'),
  counterBar: path('/counter/:brand/:store/bar'),
  counterSearch: path('/counter/:brand/:store/search'),

  kitchenBoard: path('/kitchen/:brand/:store'),
  kitchenStream: path('/kitchen/:brand/:store/stream'),
  kitchenStart: path('/kitchen/:brand/:store/tickets/:id/start'),
  kitchenBump: path('/kitchen/:brand/:store/tickets/:id/bump'),
  kitchenRecall: path('/kitchen/:brand/:store/tickets/:id/recall'),
  kitchenDismissal: path('/kitchen/:brand/:store/tickets/:id/dismissal'),
  kitchenAcknowledgement: path('/kitchen/:brand/:store/acknowledgement'),
  kitchenLineBump: path('/kitchen/:brand/:store/tickets/:id/lines/:line/bump'),

  dispatch: path('/dispatch/:brand/:store'),
  dispatchStream: path('/dispatch/:brand/:store/stream'),
  dispatchDelivery: path('/dispatch/:brand/:store/deliveries/:id'),

  office: path('/office/:brand/:store'),
  officeOrdersCsv: path('/office/:brand/:store/orders.csv'),
  officeOrders: path('/office/:brand/:store/orders'),
  officeOrder: path('/office/:brand/:store/orders/:id'),
  officeSagas: path('/office/:brand/:store/sagas'),
  officeSaga: path('/office/:brand/:store/sagas/:id'),
  officeSagaRetry: path('/office/:brand/:store/sagas/:id/retry'),
  officeSagaCompensation: path('/office/:brand/:store/sagas/:id/compensation'),
  officeSagaSettlement: path('/office/:brand/:store/sagas/:id/settlement'),
  officeStaff: path('/office/:brand/:store/staff'),
  officeStaffRights: path('/office/:brand/:store/staff/rights'),
  officeStaffPerson: path('/office/:brand/:store/staff/:id'),
  officeStaffPersonRights: path('/office/:brand/:store/staff/:id/rights'),
  officeStaffDeactivation: path('/office/:brand/:store/staff/:id/deactivation'),
  officeStaffReactivation: path('/office/:brand/:store/staff/:id/reactivation'),
  officeInvitations: path('/office/:brand/:store/invitations'),
  officeInvitation: path('/office/:brand/:store/invitations/:id'),
  officeInvitationWithdrawal: path('/office/:brand/:store/invitations/:id/withdrawal'),
  officeStores: path('/office/:brand/:store/stores'),
  officeCustomers: path('/office/:brand/:store/customers'),
  officeNewCustomer: path('/office/:brand/:store/customers/new'),
  officeCustomer: path('/office/:brand/:store/customers/:id'),
  officeCustomerNotes: path('/office/:brand/:store/customers/:id/notes'),
  officeCustomerMerge: path('/office/:brand/:store/customers/:id/merge'),
  officeAudit: path('/office/:brand/:store/audit'),
  officeStream: path('/office/:brand/:store/stream'),

  platform: path('/platform'),
  platformBrands: path('/platform/brands'),
  platformNewBrand: path('/platform/brands/new'),
  platformBrand: path('/platform/brands/:id'),
  platformStores: path('/platform/stores'),
  platformNewStore: path('/platform/stores/new'),
  platformStore: path('/platform/stores/:id'),
  platformPeople: path('/platform/people'),
  platformInvitations: path('/platform/people/invitations'),
  platformInvitation: path('/platform/people/invitations/:id'),
  platformInvitationWithdrawal: path('/platform/people/invitations/:id/withdrawal'),
  platformDeactivation: path('/platform/people/:id/deactivation'),
  platformReactivation: path('/platform/people/:id/reactivation'),
  platformHealth: path('/platform/health'),
  platformSettings: path('/platform/settings'),
  platformAccent: path('/platform/accent'),
  platformAccentCss: path('/platform/accent.css'),

  demoGatewayCharges: path('/demo-gateway/charges'),
  demoGatewayCharge: path('/demo-gateway/charges/:charge'),
  demoGatewayRefunds: path('/demo-gateway/charges/:charge/refunds'),
  demoGatewayPage: path('/demo-gateway/pay/:charge'),
  demoGatewayDecision: path('/demo-gateway/pay/:charge/decision'),
  paymentCallback: path('/hooks/payments/:gateway'),

  healthz: path('/healthz'),
  readyz: path('/readyz'),
  metrics: path('/metrics'),
  staticFile: path('/static/:file'),

  brand: path('/:brand'),
  shop: path('/:brand/:store'),
  shopStream: path('/:brand/:store/stream'),
  shopDish: path('/:brand/:store/dishes/:dish'),
  cart: path('/:brand/:store/cart'),
  cartLines: path('/:brand/:store/cart/lines'),
  cartLine: path('/:brand/:store/cart/lines/:line'),
  cartOrderType: path('/:brand/:store/cart/order-type'),
  checkout: path('/:brand/:store/checkout'),
} as const

/** First segments that belong to the product: no brand may take one as its slug. */
export const reservedSlugs: ReadonlySet<string> = new Set([
  ...Object.values(paths)
    .map(({ pattern }) => pattern.split('/')[1] ?? '')
    .filter((segment) => segment !== '' && !segment.startsWith(':')),
  'api',
  'token',
  'orchestration',
  'office',
  'platform',
  'kiosk',
  'admin',
])

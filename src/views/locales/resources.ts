import authEn from './en/auth.json'
import counterEn from './en/counter.json'
import dispatchEn from './en/dispatch.json'
import factsEn from './en/facts.json'
import gatewayEn from './en/gateway.json'
import kitchenEn from './en/kitchen.json'
import officeEn from './en/office.json'
import ordersEn from './en/orders.json'
import shopEn from './en/shop.json'
import uiEn from './en/ui.json'
import authZh from './zh-Hant/auth.json'
import counterZh from './zh-Hant/counter.json'
import dispatchZh from './zh-Hant/dispatch.json'
import factsZh from './zh-Hant/facts.json'
import gatewayZh from './zh-Hant/gateway.json'
import kitchenZh from './zh-Hant/kitchen.json'
import officeZh from './zh-Hant/office.json'
import ordersZh from './zh-Hant/orders.json'
import shopZh from './zh-Hant/shop.json'
import uiZh from './zh-Hant/ui.json'

/** Every word of the product: `<file>.<key>`, in each language. */
export const resources = {
  'zh-Hant': {
    words: {
      auth: authZh,
      counter: counterZh,
      dispatch: dispatchZh,
      facts: factsZh,
      gateway: gatewayZh,
      kitchen: kitchenZh,
      office: officeZh,
      orders: ordersZh,
      shop: shopZh,
      ui: uiZh,
    },
  },
  en: {
    words: {
      auth: authEn,
      counter: counterEn,
      dispatch: dispatchEn,
      facts: factsEn,
      gateway: gatewayEn,
      kitchen: kitchenEn,
      office: officeEn,
      orders: ordersEn,
      shop: shopEn,
      ui: uiEn,
    },
  },
}

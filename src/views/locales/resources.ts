import accountEn from './en/account.json'
import auditEn from './en/audit.json'
import authEn from './en/auth.json'
import counterEn from './en/counter.json'
import customersEn from './en/customers.json'
import dispatchEn from './en/dispatch.json'
import factsEn from './en/facts.json'
import gatewayEn from './en/gateway.json'
import kitchenEn from './en/kitchen.json'
import officeEn from './en/office.json'
import ordersEn from './en/orders.json'
import platformEn from './en/platform.json'
import shopEn from './en/shop.json'
import staffEn from './en/staff.json'
import tabletEn from './en/tablet.json'
import uiEn from './en/ui.json'
import accountZh from './zh-Hant/account.json'
import auditZh from './zh-Hant/audit.json'
import authZh from './zh-Hant/auth.json'
import counterZh from './zh-Hant/counter.json'
import customersZh from './zh-Hant/customers.json'
import dispatchZh from './zh-Hant/dispatch.json'
import factsZh from './zh-Hant/facts.json'
import gatewayZh from './zh-Hant/gateway.json'
import kitchenZh from './zh-Hant/kitchen.json'
import officeZh from './zh-Hant/office.json'
import ordersZh from './zh-Hant/orders.json'
import platformZh from './zh-Hant/platform.json'
import shopZh from './zh-Hant/shop.json'
import staffZh from './zh-Hant/staff.json'
import tabletZh from './zh-Hant/tablet.json'
import uiZh from './zh-Hant/ui.json'

/** Every word of the product: `<file>.<key>`, in each language. */
export const resources = {
  'zh-Hant': {
    words: {
      audit: auditZh,
      account: accountZh,
      auth: authZh,
      counter: counterZh,
      customers: customersZh,
      dispatch: dispatchZh,
      facts: factsZh,
      gateway: gatewayZh,
      kitchen: kitchenZh,
      office: officeZh,
      orders: ordersZh,
      platform: platformZh,
      shop: shopZh,
      staff: staffZh,
      tablet: tabletZh,
      ui: uiZh,
    },
  },
  en: {
    words: {
      audit: auditEn,
      account: accountEn,
      auth: authEn,
      counter: counterEn,
      customers: customersEn,
      dispatch: dispatchEn,
      facts: factsEn,
      gateway: gatewayEn,
      kitchen: kitchenEn,
      office: officeEn,
      orders: ordersEn,
      platform: platformEn,
      shop: shopEn,
      staff: staffEn,
      tablet: tabletEn,
      ui: uiEn,
    },
  },
}

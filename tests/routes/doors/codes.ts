import { createHash } from 'node:crypto'
import { codeOf, type Purpose } from '../../../src/domain/people/codes/code'
import { issueCode } from '../../../src/domain/people/codes/issue-code'
import type { Site } from '../../support/site'
import { noon } from '../../support/world'
import type { Name, People } from './people'

/** A code of each kind, asked for by a browser: the demo shows its six digits there, and nowhere else. */
export async function codesFor(site: Site, people: People) {
  const { db, deps } = site
  const one = async (purpose: Purpose, name: Name, phone: string) => {
    const { client, accountId } = people[name]
    const visitor = createHash('sha256').update(client.cookies.get('visitor')!).digest('hex')
    const asked = { purpose, phone, accountId: accountId || null, payload: {}, visitor, lang: 'zh-Hant' as const }
    const id = await db.transaction().execute((tx) => issueCode(tx, noon, deps.codes.secret, asked))
    const code = codeOf(deps.codes.secret, id)
    return { id, mark: { text: `>${code.slice(0, 3)} ${code.slice(3)}<`, readers: [name] } }
  }
  const signUp = await one('sign_up', 'guest', '+886922000001')
  const reset = await one('reset', 'guest', '+886922000002')
  const phone = await one('change_phone', 'customer', '+886922000003')
  return {
    ids: { signUpCode: signUp.id, resetCode: reset.id, phoneCode: phone.id },
    marks: { signUpCode: signUp.mark, resetCode: reset.mark, phoneCode: phone.mark },
  }
}

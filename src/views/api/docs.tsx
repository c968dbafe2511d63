import type { FC } from 'hono/jsx'
import { Document } from '../ui/document'
import { useView } from '../ui/view'

type Schema = {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  format?: string
  description?: string
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  anyOf?: Schema[]
}
type Content = Record<string, { schema: Schema }>
type Operation = {
  summary?: string
  description?: string
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[]
  requestBody?: { content: Content }
  responses: Record<string, { description: string; content?: Content }>
}
type OpenApi = {
  info: { version: string }
  paths: Record<string, Record<string, Operation>>
  components?: { schemas?: Record<string, Schema> }
}

/** A schema in one line: a name, or its type. */
function typeText(schema: Schema): string {
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? ''
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.anyOf) return schema.anyOf.map(typeText).join(' | ')
  if (schema.type === 'array') return `${schema.items ? typeText(schema.items) : ''}[]`
  return [schema.type].flat().join(' | ') + (schema.format ? ` (${schema.format})` : '')
}

const Properties: FC<{ schema: Schema }> = ({ schema }) => (
  <dl class="num mt-2 grid gap-1 text-sm">
    {Object.entries(schema.properties ?? {}).map(([name, property]) => (
      <div class="flex flex-wrap gap-x-3">
        <dt class="font-bold">
          {name}
          {schema.required?.includes(name) ? '' : '?'}
        </dt>
        <dd class="text-muted">
          {typeText(property)}
          {property.description ? `. ${property.description}` : ''}
        </dd>
      </div>
    ))}
  </dl>
)

const Endpoint: FC<{ method: string; path: string; operation: Operation }> = ({ method, path, operation }) => {
  const { t } = useView()
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema
  return (
    <article class="border-t border-line py-4">
      <h3 class="num text-base">
        <span class="tag me-2 uppercase">{method}</span>
        {path}
      </h3>
      <p class="mt-1 text-sm">{operation.summary}</p>
      {operation.parameters?.length ? (
        <p class="num mt-2 text-sm text-muted">
          {t('ui.api_parameters')}{' '}
          {operation.parameters.map((p) => `${p.name}${p.required ? '' : '?'}: ${typeText(p.schema)}`).join(', ')}
        </p>
      ) : null}
      {body && <Properties schema={body} />}
      <ul class="num mt-2 grid gap-1 text-sm">
        {Object.entries(operation.responses).map(([status, answer]) => (
          <li>
            <b>{status}</b> {answer.description}
            {Object.values(answer.content ?? {})[0]
              ? ` (${typeText(Object.values(answer.content ?? {})[0]?.schema ?? {})})`
              : ''}
          </li>
        ))}
      </ul>
    </article>
  )
}

/** The REST API as people read it: every path, what it takes and what it answers. */
export const ApiDocsPage: FC<{ document: OpenApi }> = ({ document }) => {
  const { t } = useView()
  return (
    <Document title={t('ui.api_title')}>
      <main id="main" class="mx-auto max-w-[60rem] px-4 py-8">
        <h1 class="text-xl">{t('ui.api_title')}</h1>
        <p class="mt-2 max-w-[40rem] text-sm text-muted">{t('ui.api_intro')}</p>
        <p class="mt-2 text-sm">
          <a class="underline underline-offset-4" href="/api/openapi.json">
            openapi.json
          </a>
        </p>
        <section class="mt-6">
          <h2 class="rule text-lg">{t('ui.api_paths')}</h2>
          {Object.entries(document.paths).flatMap(([path, operations]) =>
            Object.entries(operations).map(([method, operation]) => (
              <Endpoint method={method} path={path} operation={operation} />
            )),
          )}
        </section>
        <section class="mt-6">
          <h2 class="rule text-lg">{t('ui.api_shapes')}</h2>
          {Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => (
            <article class="border-t border-line py-4">
              <h3 class="num text-base">{name}</h3>
              <Properties schema={schema} />
            </article>
          ))}
        </section>
      </main>
    </Document>
  )
}

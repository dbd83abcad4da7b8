import type { OpenAPIHono } from '@hono/zod-openapi'
import { html } from 'hono/html'
import { PROBLEMS } from './problem.ts'

type Document = ReturnType<OpenAPIHono['getOpenAPI31Document']>
type Operation = NonNullable<NonNullable<Document['paths']>[string]['get']>
type Parameter = Extract<NonNullable<Operation['parameters']>[number], { name: string }>

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

/** The description of the API as a page that a person can read. */
export function renderPage(document: Document) {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) => METHODS.flatMap((method) => {
    const operation = item[method]
    return operation ? [renderOperation(method, path, operation)] : []
  }))
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sajja API</title>
<link rel="stylesheet" href="/api/page.css">
</head>
<body>
<header><h1>Sajja API</h1><p lang="th">คำอธิบายสำหรับโปรแกรมอื่นที่จะใช้ข้อมูลและกติกาของกองทุน</p></header>
<main>
<p>${document.info.description}</p>
<p>The same for programs: <a href="/api/openapi.json">openapi.json</a> (OpenAPI ${document.openapi}).</p>
${operations}
<section>
<h2>Problems</h2>
<dl>${Object.entries(PROBLEMS).map(([code, { status, th, en }]) => html`<dt id="${code}"><code>${code}</code> ${status}</dt><dd>${en}</dd><dd lang="th">${th}</dd>`)}</dl>
</section>
</main>
</body>
</html>`
}

function renderOperation(method: string, path: string, operation: Operation) {
  const parameters = (operation.parameters ?? []).filter((each): each is Parameter => 'name' in each)
  return html`<section>
<h2>${operation.summary}</h2>
<p class="address"><b>${method.toUpperCase()}</b> ${path}</p>
<p>${said(operation.description)}</p>
<p>Permission: <code>${operation['x-permission']}</code>${rolesOf(operation)}</p>
${parameters.length > 0 ? html`<ul>${parameters.map(renderParameter)}</ul>` : ''}
${operation.requestBody ? html`<p>Body: ${schemaNameIn(operation.requestBody)}, as <code>application/json</code></p>` : ''}
<dl>${Object.entries(operation.responses ?? {}).map(([status, answer]) => html`<dt>${status} ${schemaNameIn(answer)}</dt><dd>${said(answer.description)}</dd>`)}</dl>
</section>`
}

/** Words between backticks are code. */
const said = (text: string | undefined) => (text ?? '').split('`').map((part, place) => (place % 2 === 1 ? html`<code>${part}</code>` : part))

/** The roles of the fund that have the permission, and whether guests have it. */
function rolesOf(operation: Operation): string {
  const roles: unknown = operation['x-roles']
  return Array.isArray(roles) ? `: ${[...roles, ...('x-guests' in operation ? ['guests'] : [])].join(', ')}` : ''
}

const renderParameter = ({ name, in: place, required, description }: Parameter) =>
  html`<li><code>${name}</code> in the ${place}${required ? '' : ', may be absent'}${description ? `: ${description}` : ''}</li>`

/** The name under which openapi.json says what a body holds. */
function schemaNameIn(holder: { content?: Record<string, { schema?: object }> } | { $ref: string }) {
  const [content] = 'content' in holder ? Object.values(holder.content ?? {}) : []
  const schema = content?.schema
  return schema && '$ref' in schema ? html`<code>${String(schema.$ref).split('/').at(-1)}</code>` : ''
}

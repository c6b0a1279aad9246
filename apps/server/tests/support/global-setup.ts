import type { TestProject } from 'vitest/node'
import { openTemplate } from './template.ts'

declare module 'vitest' {
  interface ProvidedContext { databaseUrl: string }
}

/** One PostgreSQL per run with one template that every world copies; who runs the tests many times gives his own. */
export default async function setUp(project: TestProject) {
  const given = process.env.TEST_TEMPLATE_URL
  if (given) {
    project.provide('databaseUrl', given)
    return
  }
  const { url, stop } = await openTemplate()
  project.provide('databaseUrl', url)
  return stop
}

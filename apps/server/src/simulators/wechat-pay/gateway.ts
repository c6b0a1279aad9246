import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hangUp, open, openWaits, textsOf } from '../company/routes.ts'
import { sha256Verify } from '../payment-company/keys.ts'
import { noticeFirst, takeTrouble, withWrongAmount } from './api.ts'
import type { Action, ApiAnswer } from './api.ts'
import { refused } from './company.ts'
import type { Company, Refused } from './company.ts'
import { publicKeyId } from './keys.ts'
import { signatureHeaders } from './notices.ts'
import type { Oddity } from './notices.ts'
import type { FaultKind } from './books.ts'
import type { Fields } from './trades.ts'

const SLOW_MS = 12_000
const CLOCK_MS = 300_000

/** Serves the actions of the API: checks who asks, does it, signs the answer. */
export function apiRoutes(app: FastifyInstance, company: Company, actions: Record<string, Action>): void {
  const wait = openWaits(app)
  for (const [name, action] of Object.entries(actions)) {
    app.route({
      method: action.method, url: action.path, config: open,
      handler: async (request, reply) => answerCall(company, { name, action, wait }, request, reply),
    })
  }
}

type Named = { name: string; action: Action; wait(ms: number): Promise<void> }

async function answerCall(company: Company, named: Named, request: FastifyRequest, reply: FastifyReply) {
  const { name, action, wait } = named
  const text = typeof request.body === 'string' ? request.body : ''
  const body = readJson(text)
  const { fault, isLost } = await takeTrouble(company, name, body)
  if (fault === 'no_answer') return hangUp(reply)
  if (fault === 'http_500') return reply.code(500).send({ code: 'SYSTEM_ERROR', message: '系统异常，请稍后重试' })
  if (fault === 'busy') return reply.code(429).send({ code: 'FREQUENCY_LIMITED', message: '频率限制' })
  const problem = await callerProblem(company, request, text)
  const call = { params: textsOf(request.params), query: textsOf(request.query), body }
  const done = problem ?? await action.run(company, call)
  if (isLost) return hangUp(reply)
  const answer = 'refused' in done ? refusal(done) : await alteredAnswer(company, done, fault)
  if (fault === 'slow') await wait(SLOW_MS)
  const prefersCertificate = request.headers['wechatpay-serial'] === undefined
  const oddity = fault ? ODDITIES[fault] ?? null : null
  const headers = await signatureHeaders(company, signedText(answer, fault), oddity, prefersCertificate)
  reply.code(answer.status).headers(headers)
  return answer.body === null ? reply.send() : reply.type('application/json; charset=utf-8').send(textOf(answer))
}

async function alteredAnswer(company: Company, answer: ApiAnswer, fault: FaultKind | null): Promise<ApiAnswer> {
  if (fault === 'notice_first') await noticeFirst(company, answer)
  return fault === 'wrong_amount' ? withWrongAmount(answer) : answer
}

function refusal({ refused: code, message, status }: Refused): ApiAnswer {
  return { status, body: { code, message } }
}

const ODDITIES: Partial<Record<FaultKind, Oddity>> = { unknown_serial: 'unknown_key', old_timestamp: 'old' }

const textOf = (answer: ApiAnswer) => (answer.body === null ? '' : JSON.stringify(answer.body))

/** What the signature is made over: another text than the one that goes out, when it is to be wrong. */
function signedText(answer: ApiAnswer, fault: FaultKind | null): string {
  return fault === 'bad_signature' ? `${textOf(answer)} ` : textOf(answer)
}

/** What is wrong with the caller: another merchant, another key, an old clock, another text than he signed. */
export async function callerProblem(company: Company, request: FastifyRequest, body: string): Promise<Refused | null> {
  const wrong = (message: string) => refused(401, 'SIGN_ERROR', message)
  const { authorization = '' } = request.headers
  const [scheme, rest = ''] = authorization.split(/ (.*)/s)
  if (scheme !== 'WECHATPAY2-SHA256-RSA2048') return wrong('Http头Authorization值格式错误')
  const said = Object.fromEntries([...rest.matchAll(/(\w+)="([^"]*)"/g)].map((match) => [match[1], match[2] ?? '']))
  const { merchant, company: own } = await company.ring.keys()
  if (said.mchid !== company.mchId || said.serial_no !== merchant.serial) return wrong('商户证书序列号有误')
  if (Math.abs(Number(said.timestamp) * 1_000 - company.now().getTime()) > CLOCK_MS) return wrong('Http头Authorization时间戳已过期')
  const content = `${request.method}\n${request.originalUrl}\n${said.timestamp}\n${said.nonce_str}\n${body}\n`
  if (!sha256Verify(merchant.publicPem, content, said.signature ?? '')) return wrong('签名错误')
  const asked = request.headers['wechatpay-serial']
  if (asked === undefined || own.some((key) => publicKeyId(key) === asked || key.serial === asked)) return null
  return refused(400, 'PARAM_ERROR', '平台公钥ID或平台证书序列号有误')
}

function readJson(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value as Fields : {}
  } catch {
    return {}
  }
}

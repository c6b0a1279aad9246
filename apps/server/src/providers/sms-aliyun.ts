import { createRequire } from 'node:module'
import type Dysmsapi from '@alicloud/dysmsapi20170525'
import type { SmsSender } from '../modules/accounts/index.ts'
import type { SmsConfig } from '../platform/config-providers.ts'
import { providerDown, providerSaidNo } from '../platform/provider-faults.ts'

const TIMEOUT_MS = 10_000
const FACTS = { provider: 'sms', action: 'SendSms' }

const load = createRequire(import.meta.url)
type Answer = { code: string; message: string }

/**
 * Text messages by Alibaba Cloud (help.aliyun.com: SendSms of dysmsapi 2017-05-25), through its official SDK. The SDK
 * takes a quarter of a second to load, so it is loaded with the first message.
 */
export function openAliyunSms(config: SmsConfig, options: { timeoutMs?: number } = {}): SmsSender {
  let opened: ReturnType<typeof openClient> | null = null
  return {
    sendCode: async ({ mobile, code, purpose }) => {
      opened ??= openClient(config, options.timeoutMs ?? TIMEOUT_MS)
      const { sdk, client } = opened
      const request = new sdk.SendSmsRequest({
        phoneNumbers: mobile, signName: config.signName, templateCode: config.templates[purpose],
        templateParam: JSON.stringify({ code }),
      })
      const answer = await client.sendSms(request).then(
        ({ body }): Answer => ({ code: body?.code ?? '', message: body?.message ?? '' }), refusalOf,
      )
      judge(answer)
    },
  }
}

function openClient(config: SmsConfig, timeoutMs: number) {
  const sdk = load('@alicloud/dysmsapi20170525') as typeof import('@alicloud/dysmsapi20170525')
  const { host, pathname, protocol } = new URL(config.endpoint)
  const client = new sdk.default({
    accessKeyId: config.accessKeyId, accessKeySecret: config.accessKeySecret, endpoint: host,
    protocol: protocol.slice(0, -1), readTimeout: timeoutMs, connectTimeout: timeoutMs,
  } as ConstructorParameters<typeof Dysmsapi.default>[0])
  if (pathname !== '/') askAt(client, pathname)
  return { sdk, client }
}

/** The SDK only knows endpoints that are a whole host; one with a path gets it here, before the signature is made. */
function askAt(client: Dysmsapi.default, pathname: string): void {
  const callApi = client.callApi.bind(client)
  client.callApi = (params, request, runtime) => {
    params.pathname = pathname
    return callApi(params, request, runtime)
  }
}

/** A 4xx is an answer too; what is none throws ProviderDown. */
function refusalOf(fault: unknown): Answer {
  const { statusCode, code, message } = fault as { statusCode?: number; code?: string; message?: string }
  const isRefusal = statusCode !== undefined && statusCode >= 400 && statusCode < 500 && statusCode !== 429
  if (isRefusal && code && !/^Throttling/.test(code)) return { code, message: message ?? '' }
  throw providerDown({ ...FACTS, answer: `${statusCode ?? ''} ${code ?? ''} ${message ?? String(fault)}`.trim().slice(0, 200) })
}

/** `isp.…` is the company's own trouble, and its flow control passes; every other word is its last. */
function judge({ code, message }: Answer): void {
  if (code === 'OK') return
  const answer = `${code} ${message}`.slice(0, 200)
  const passes = code === '' || code.startsWith('isp.') || code.includes('BUSINESS_LIMIT_CONTROL')
  throw passes ? providerDown({ ...FACTS, answer }) : providerSaidNo({ ...FACTS, answer })
}

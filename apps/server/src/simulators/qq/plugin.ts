import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { inTransaction } from '../../platform/db.ts'
import { open, textsOf } from '../company/routes.ts'
import { peekCode, selectTokenOwner, takeCode } from '../sign-in/grants.ts'
import { nicknameOf } from '../sign-in/people.ts'
import { signInRoutes } from '../sign-in/plugin.ts'
import type { QqCompany } from './company.ts'

const TOKEN_SECONDS = 7_776_000

type Texts = Record<string, string>
type Said = Record<string, string | number>

/** The company's routes: the sign-in page, and what the shop asks about who signed in. */
export function simulatorPlugin(company: QqCompany): FastifyPluginAsync {
  return async (app) => {
    signInRoutes(app, company)
    app.get('/oauth2.0/token', { config: open }, async (request, reply) => {
      const query = textsOf(request.query)
      const openid = await peekCode(company.db, 'qq', query.code ?? '')
      if (openid?.startsWith('down-')) return reply.code(500).send('Internal Server Error')
      return answer(reply, query, await grant(company, query))
    })
    app.get('/oauth2.0/me', { config: open }, async (request, reply) => {
      const query = textsOf(request.query)
      const openid = await selectTokenOwner(company.db, 'qq', query.access_token ?? '')
      return answer(reply, query, openid
        ? { client_id: company.clientId, openid }
        : no(100016, 'access token check failed'))
    })
    app.get('/user/get_user_info', { config: open }, async (request, reply) =>
      reply.type('text/html; charset=utf-8').send(JSON.stringify(await person(company, textsOf(request.query)))))
  }
}

function no(error: number, description: string): Said {
  return { error, error_description: description }
}

/** With `fmt=json` as JSON. Without: refusals and `me` inside `callback( … );`, a token as a form. */
function answer(reply: FastifyReply, query: Texts, said: Said): FastifyReply {
  reply.type('text/html; charset=utf-8')
  if (query.fmt === 'json') return reply.send(JSON.stringify(said))
  if (said.access_token === undefined) return reply.send(`callback( ${JSON.stringify(said)} );\n`)
  return reply.send(Object.entries(said).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&'))
}

async function grant(company: QqCompany, query: Texts): Promise<Said> {
  if (query.grant_type !== 'authorization_code') return no(100004, 'param grant_type is wrong or lost')
  if (query.client_id !== company.clientId) return no(100008, 'client id not exist')
  if (query.client_secret !== company.clientSecret) return no(100009, 'client secret is illegal')
  if (query.redirect_uri !== company.redirectUri) return no(100010, 'redirect uri is illegal')
  const taken = await inTransaction(company.db, (tx) => takeCode(tx, 'qq', query.code ?? '', company.now()))
  if (taken === 'used') return no(100020, 'code is reused error')
  if (typeof taken === 'string') return no(100019, 'code to access token error')
  return {
    access_token: taken.token, expires_in: String(TOKEN_SECONDS), refresh_token: taken.token.split('').reverse().join(''),
  }
}

async function person(company: QqCompany, query: Texts): Promise<Said> {
  const openid = await selectTokenOwner(company.db, 'qq', query.access_token ?? '')
  if (!openid) return { ret: -23, msg: 'token is invalid' }
  if (openid !== query.openid || query.oauth_consumer_key !== company.clientId) {
    return { ret: -1, msg: 'client request\'s parameters are invalid' }
  }
  const figure = `${company.pageBaseUrl}/avatar/${openid}.svg`
  return {
    ret: 0, msg: '', is_lost: 0, nickname: nicknameOf(company.people, openid), gender: '男', province: '', city: '',
    figureurl: figure, figureurl_1: figure, figureurl_2: figure, figureurl_qq_1: figure, figureurl_qq_2: figure,
  }
}

import type { Role } from '../../modules/accounts/index.ts'

export type DemoAccount = {
  username: string
  password: string
  role: Role
  isAgent: boolean
  mobile: string | null
  who: { zh: string; en: string }
}

/** The accounts of the living shop. Their passwords are public: they exist nowhere else. */
export const demoAccounts: readonly DemoAccount[] = [
  { username: 'admin', password: 'hearth-admin-2026', role: 'admin', isAgent: false, mobile: '13800000010', who: { zh: '管理员', en: 'administrator' } },
  { username: 'support1', password: 'hearth-support-2026', role: 'support', isAgent: false, mobile: '13800000011', who: { zh: '客服', en: 'customer service' } },
  { username: 'agent_gz', password: 'hearth-agent-2026', role: 'individual', isAgent: true, mobile: '13800000012', who: { zh: '代理商（广州）', en: 'agent in Guangzhou' } },
  { username: 'agent_cd', password: 'hearth-agent-2026', role: 'individual', isAgent: true, mobile: '13800000013', who: { zh: '代理商（成都）', en: 'agent in Chengdu' } },
  { username: 'dealer_sd', password: 'hearth-dealer-2026', role: 'dealer', isAgent: false, mobile: '13800000014', who: { zh: '经销商', en: 'dealer' } },
  { username: 'xiaoming', password: 'hearth-demo-2026', role: 'individual', isAgent: false, mobile: '13800000002', who: { zh: '顾客', en: 'shopper' } },
  { username: 'xiaohong', password: 'hearth-demo-2026', role: 'individual', isAgent: false, mobile: '13800000003', who: { zh: '顾客', en: 'shopper' } },
]

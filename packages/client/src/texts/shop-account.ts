import { catalogue } from './catalogue.ts'

export const zh = {
  signInTitle: '登录',
  signInText: '看订单、查质保、报修，都用这一个账户。',
  name: '用户名或手机号',
  password: '密码',
  showPassword: '显示密码',
  signIn: '登录',
  signingIn: '正在登录',
  wrong: '用户名或密码不对，请检查后再试。',
  missing: '请填写用户名或手机号，以及密码。',
  cartKept: '购物车里的商品会一起带过去。',
  sideTitle: '机器到家之后，我们还在',
  side: ['每台机器自己的质保期', '扫码报修，进度看得见', '订单、发货、安装一页看完'],
  meTitle: '我的账户',
  hello: (name: string) => `你好，${name}`,
  phone: '手机',
  noPhone: '未绑定',
  roles: { individual: '个人', dealer: '经销商', support: '客服', admin: '管理员' },
  since: '上次登录',
  toOrders: '我的订单',
  ordersText: (count: number) => (count > 0 ? `共 ${count} 个订单` : '还没有订单'),
  toDevices: '我的设备',
  devicesText: '质保、报修、维修进度',
  toWarranty: '查一台机器',
  warrantyText: '输入编码，验真伪、查质保',
  toCart: '购物车',
  cartText: (count: number) => (count > 0 ? `${count} 件在等你` : '还是空的'),
  signOut: '退出登录',
  signingOut: '正在退出',
}

export const accountTexts = catalogue('account', zh)

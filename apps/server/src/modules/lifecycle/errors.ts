import type { RefusalTable } from '@hearth/kernel/errors'

export const lifecycleErrors = {
  'lifecycle.unit_not_found': { status: 404, code: 'NOT_FOUND', zh: '没有找到这台设备。', en: 'No such machine.' },
  'lifecycle.repair_not_found': { status: 404, code: 'NOT_FOUND', zh: '没有找到这条维修记录。', en: 'No such repair.' },
  'lifecycle.product_type_not_found': {
    status: 404, code: 'NOT_FOUND', zh: '没有找到这个产品型号。', en: 'No such product type.',
  },
  'lifecycle.unknown_product_type': {
    status: 400, code: 'BUSINESS_ERROR', zh: '没有编号为 {product_type_id} 的产品型号。',
    en: 'There is no product type {product_type_id}.',
  },
  'lifecycle.model_taken': {
    status: 400, code: 'BUSINESS_ERROR', zh: '型号 {model} 已经存在。', en: 'The model {model} exists already.',
  },
  'lifecycle.codes_refused': {
    status: 400, code: 'BUSINESS_ERROR', zh: '有 {refused_qty} 个编码不能这样操作，其余的也没有改动。',
    en: '{refused_qty} of the codes are refused, and nothing was done with the others.',
  },
  'lifecycle.wrong_code_count': {
    status: 400, code: 'BUSINESS_ERROR', zh: '这一行需要 {qty} 个编码，收到 {given} 个。',
    en: 'This line takes {qty} codes, {given} were given.',
  },
  'lifecycle.codes_run_out': {
    status: 400, code: 'BUSINESS_ERROR', zh: '这个前缀的新编码没有生成成功，请再试一次。',
    en: 'No fresh codes could be made with this prefix. Try again.',
  },
  'lifecycle.not_an_agent': {
    status: 400, code: 'BUSINESS_ERROR', zh: '用户 {agent_id} 不是代理商。', en: 'User {agent_id} is not an agent.',
  },
  'lifecycle.unknown_customer': {
    status: 400, code: 'BUSINESS_ERROR', zh: '没有编号为 {customer_id} 的用户。', en: 'There is no user {customer_id}.',
  },
  'lifecycle.not_for_others': {
    status: 403, code: 'FORBIDDEN', zh: '只能为自己激活；为顾客激活请联系客服或这台设备的代理商。',
    en: 'You may activate for yourself only. Staff or the agent of this machine activate for customers.',
  },
  'lifecycle.unit_not_shipped': {
    status: 400, code: 'BUSINESS_ERROR', zh: '这台设备还没有出货，暂时不能激活。',
    en: 'This machine has not been shipped, so it cannot be activated yet.',
  },
  'lifecycle.unit_already_activated': {
    status: 400, code: 'BUSINESS_ERROR', zh: '这台设备已经激活过了。', en: 'This machine has been activated already.',
  },
  'lifecycle.unit_move_refused': {
    status: 400, code: 'BUSINESS_ERROR', zh: '设备当前状态不能这样操作。', en: 'The machine cannot do that in its present state.',
  },
  'lifecycle.unit_not_repairable': {
    status: 400, code: 'BUSINESS_ERROR', zh: '这台设备还没有激活，不能报修。',
    en: 'This machine has not been activated, so no repair can be asked for.',
  },
  'lifecycle.repair_not_yours': {
    status: 403, code: 'FORBIDDEN', zh: '只有机主或客服可以报修。', en: 'Only the owner or staff may ask for a repair.',
  },
  'lifecycle.repair_open': {
    status: 400, code: 'BUSINESS_ERROR', zh: '这台设备已经有一条没有完成的维修。',
    en: 'This machine has a repair that is not finished yet.',
  },
  'lifecycle.repair_move_refused': {
    status: 400, code: 'BUSINESS_ERROR', zh: '维修记录当前状态不能这样操作。',
    en: 'The repair cannot do that in its present state.',
  },
  'lifecycle.repair_without_result': {
    status: 400, code: 'BUSINESS_ERROR', zh: '完成维修需要填写处理结果。', en: 'Say what was done to complete the repair.',
  },
} as const satisfies RefusalTable

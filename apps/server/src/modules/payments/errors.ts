import type { RefusalTable } from '@hearth/kernel/errors'

export const paymentErrors = {
  'payments.not_found': {
    status: 404, code: 'NOT_FOUND', zh: '没有找到这笔支付，请核对编号。', en: 'No such payment. Check the number.',
  },
  'payments.duplicate': {
    status: 409, code: 'DUPLICATE_PAYMENT',
    zh: '这笔订单已经付过款，不用再付。', en: 'This order has been paid already; there is nothing left to pay.',
  },
  'payments.already_open': {
    status: 409, code: 'DUPLICATE_PAYMENT',
    zh: '这笔订单已有一笔进行中的支付，请继续完成它。', en: 'A payment of this order is already under way. Go on with that one.',
  },
  'payments.expired': {
    status: 400, code: 'BUSINESS_ERROR',
    zh: '支付时间已过，订单已取消，请重新下单。', en: 'The time to pay is over and the order was cancelled. Please order again.',
  },
  'payments.above_maximum': {
    status: 400, code: 'INVALID_PAYMENT_AMOUNT',
    zh: '单笔支付不能超过 {maximum} 元，请联系客服。', en: 'One payment cannot exceed {maximum} yuan. Please contact us.',
  },
  'payments.openid_missing': {
    status: 400, code: 'BUSINESS_ERROR',
    zh: '在微信内支付需要 openid：请先用微信登录或绑定微信。',
    en: 'Paying inside WeChat needs your openid: sign in with WeChat or link it first.',
  },
  'payments.bank_not_configured': {
    status: 400, code: 'BUSINESS_ERROR',
    zh: '银行转账暂未开通，请改用其他支付方式。', en: 'Bank transfer is not available here. Please pay another way.',
  },
  'payments.channel_unknown': {
    status: 400, code: 'VALIDATION_ERROR',
    zh: '这种支付方式没有这个支付渠道。', en: 'This way to pay has no such channel.',
  },
  'payments.started_already': {
    status: 400, code: 'BUSINESS_ERROR',
    zh: '这笔支付已经发起，不能再改支付方式。', en: 'This payment has been started; its method can no longer change.',
  },
  'payments.not_removable': {
    status: 409, code: 'RESOURCE_CONFLICT',
    zh: '进行中或已成功的支付不能删除。', en: 'A payment that is under way or succeeded cannot be deleted.',
  },
  'payments.not_transfer': {
    status: 400, code: 'BUSINESS_ERROR', zh: '这笔支付不是银行转账。', en: 'This payment is not a bank transfer.',
  },
  'payments.no_proof': {
    status: 400, code: 'VALIDATION_ERROR',
    zh: '请上传转账凭证图片，或填写转账说明。', en: 'Upload a picture of the transfer, or write a note about it.',
  },
  'payments.transfer_amount': {
    status: 400, code: 'INVALID_PAYMENT_AMOUNT',
    zh: '到账 {received} 元与应付 {due} 元不同，不能确认。请联系买家补足或退回后再处理。',
    en: 'Received {received} yuan, but {due} yuan are due: this cannot be confirmed. Settle the difference with the buyer first.',
  },
  'payments.reference_used': {
    status: 409, code: 'RESOURCE_CONFLICT',
    zh: '这个银行流水号已用于支付 {payment}，请核对。',
    en: 'This bank reference has already confirmed payment {payment}. Check it.',
  },
  'payments.closed': {
    status: 400, code: 'BUSINESS_ERROR',
    zh: '这笔支付已经结束，请重新发起支付。', en: 'This payment attempt has ended. Start a new one.',
  },
  'payments.verification_failed': {
    status: 400, code: 'PAYMENT_VERIFICATION_FAILED',
    zh: '支付公司还没有确认这笔付款。已付款的请稍等片刻再查。',
    en: 'The payment company has not confirmed this payment. If you have paid, look again in a moment.',
  },
  'payments.wrong_notice': {
    status: 400, code: 'PAYMENT_VERIFICATION_FAILED',
    zh: '支付结果与订单不一致（金额、应用或商户不同），已留待人工核对。',
    en: 'The payment result does not match the order (amount, app or seller). It was kept for a person to check.',
  },
  'payments.bad_signature': {
    status: 403, code: 'PAYMENT_VERIFICATION_FAILED',
    zh: '支付结果的签名不正确，已拒绝，订单未变。', en: 'The signature of this payment result is wrong. It was refused; nothing changed.',
  },
  'payments.wrong_amount': {
    status: 400, code: 'INVALID_PAYMENT_AMOUNT',
    zh: '金额与应付金额不同，应付 {due} 元。请刷新后重试。', en: 'The amount is not what is due ({due} yuan). Reload and try again.',
  },
  'payments.provider_down': {
    status: 503, code: 'SERVICE_UNAVAILABLE',
    zh: '暂时联系不上支付公司，订单未变，请稍后再试。',
    en: 'The payment company cannot be reached right now. Nothing changed; try again in a moment.',
  },
  'payments.provider_unknown': {
    status: 400, code: 'BUSINESS_ERROR', zh: '没有这家支付公司。', en: 'There is no such payment company here.',
  },
  'payments.method_not_available': {
    status: 400, code: 'BUSINESS_ERROR',
    zh: '这种支付方式暂未开通，请换一种。', en: 'This way to pay is not available here. Please choose another one.',
  },
  'payments.refund_too_much': {
    status: 400, code: 'BUSINESS_ERROR',
    zh: '退款超过可退金额，最多还可退 {refundable} 元。',
    en: 'This is more than can be refunded; at most {refundable} yuan are left.',
  },
  'payments.refund_not_found': {
    status: 404, code: 'NOT_FOUND', zh: '没有找到这笔退款，请核对编号。', en: 'No such refund. Check the number.',
  },
  'payments.refund_moved_on': {
    status: 400, code: 'BUSINESS_ERROR',
    zh: '退款的当前状态不能这样操作，请刷新后再看。', en: 'The refund cannot do that in its present state. Reload and look again.',
  },
  'payments.refund_not_confirmed': {
    status: 400, code: 'PAYMENT_VERIFICATION_FAILED',
    zh: '支付公司还没有确认这笔退款到账，不能标记为成功。',
    en: 'The payment company has not confirmed this refund; it cannot be marked as done.',
  },
  'payments.refund_under_way': {
    status: 400, code: 'BUSINESS_ERROR',
    zh: '支付公司正在处理这笔退款，现在不能改动。', en: 'The payment company has this refund under way; it cannot be changed now.',
  },
  'payments.refund_by_hand': {
    status: 400, code: 'BUSINESS_ERROR',
    zh: '银行转账的退款由人工打款，请填写银行流水号。',
    en: 'A refund by bank is paid out by hand. Give the number of the transfer.',
  },
  'payments.nothing_to_refund': {
    status: 400, code: 'BUSINESS_ERROR',
    zh: '这笔订单没有可退的付款。', en: 'This order has no payment that could be refunded.',
  },
  'payments.not_of_order': {
    status: 400, code: 'BUSINESS_ERROR',
    zh: '这笔支付不是该订单成功的付款。', en: 'This is not the payment by which the order was paid.',
  },
  'payments.suspense_not_found': {
    status: 404, code: 'NOT_FOUND', zh: '没有找到这笔待查资金，请核对编号。', en: 'No such suspense entry. Check the number.',
  },
  'payments.suspense_settled': {
    status: 400, code: 'BUSINESS_ERROR',
    zh: '这笔款项已经退回或已用于订单。', en: 'This money has already gone back or paid its order.',
  },
  'payments.match_refused': {
    status: 400, code: 'BUSINESS_ERROR',
    zh: '只能对到金额完全相同的待支付订单：这笔钱 {amount} 元，那张订单应付 {due} 元，或已不在待支付。',
    en: 'It can only pay a pending order of exactly its amount: {amount} yuan are here, {due} are due there, or it is no longer pending.',
  },
  'payments.not_unknown': {
    status: 400, code: 'BUSINESS_ERROR',
    zh: '只有订单号不明的款项可以匹配订单。', en: 'Only money that came under an unknown number can be matched to an order.',
  },
  'payments.not_revivable': {
    status: 400, code: 'BUSINESS_ERROR',
    zh: '这笔款项不能恢复订单：订单须已取消、未付款、金额相同且库存充足。',
    en: 'This money cannot revive an order: it must be cancelled, unpaid, of the same amount, and its stock free.',
  },
  'payments.case_not_found': {
    status: 404, code: 'NOT_FOUND', zh: '没有找到这条待核对通知。', en: 'No such case.',
  },
  'payments.case_closed': {
    status: 400, code: 'BUSINESS_ERROR', zh: '这条待核对通知已经处理过。', en: 'This case has been closed already.',
  },
  'payments.being_paid': {
    status: 409, code: 'RESOURCE_CONFLICT',
    zh: '买家正在付款，现在不能取消这笔支付。请稍后再看结果。',
    en: 'The buyer is paying right now, so this attempt cannot be ended. Look again in a moment.',
  },
  'payments.company_refused': {
    status: 400, code: 'BUSINESS_ERROR',
    zh: '支付公司拒绝了这个操作（{reason}），什么都没有改变。', en: 'The payment company refused this ({reason}). Nothing changed.',
  },
} as const satisfies RefusalTable

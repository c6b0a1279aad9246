import { Type } from 'typebox'
import type { Static } from 'typebox'
import { Id, orNull } from './shared.ts'

// What is not in the right form is refused by the rules, which name every field at once.
const mobile = Type.String({ maxLength: 20, description: '11 digits: 1[3-9]\\d{9}' })
const smsCode = Type.String({ maxLength: 20, description: '6 digits, valid for 5 minutes, one use' })
const password = Type.String({ maxLength: 200, description: '8 to 20 characters; common ones are refused' })
const password2 = Type.String({ maxLength: 200, description: 'The same again' })

/** D-01: how many accounts carry this name (0 or 1). */
export const UsernameCount = Type.Object({ username: Type.String(), count: Type.Integer() })
export type UsernameCount = Static<typeof UsernameCount>
/** D-02. */
export const MobileCount = Type.Object({ mobile: Type.String(), count: Type.Integer() })
export type MobileCount = Static<typeof MobileCount>

/** A picture code answered: the id the client made for D-03 and what is written in the picture. */
export const pictureAnswer = {
  image_code_id: Type.String({ pattern: '^[\\w-]{1,64}$' }),
  text: Type.String({ minLength: 1, maxLength: 10 }),
}
/** D-04. */
export const SmsCodeQuery = Type.Object(pictureAnswer)
export const CodeSent = Type.Object({ message: Type.String({ description: 'OK' }) })
export type CodeSent = Static<typeof CodeSent>

/** D-05. `allow`: the agreement was accepted. */
export const RegistrationBody = Type.Object({
  username: Type.String({ maxLength: 150, description: '\\w{5,20} with Unicode letters and digits; not digits alone, not taken' }),
  password, password2, mobile, sms_code: smsCode,
  allow: Type.Union([Type.Boolean(), Type.String({ maxLength: 5 })], { description: 'true' }),
})
export type RegistrationBody = Static<typeof RegistrationBody>
export const RegisteredView = Type.Object({
  id: Id, username: Type.String(), mobile: Type.String(),
  token: Type.String(), access: Type.String(), refresh: Type.String(),
})
export type RegisteredView = Static<typeof RegisteredView>

const whose = {
  mobile: Type.Optional(mobile),
  username: Type.Optional(Type.String({ minLength: 1, maxLength: 150, description: 'User name or mobile number' })),
}
/** G-06, first step: a code goes to the account's mobile. The answer is the same for an unknown account. */
export const ForgotPasswordBody = Type.Object({ ...whose, ...pictureAnswer })
export type ForgotPasswordBody = Static<typeof ForgotPasswordBody>
/** G-06, second step. A code dies after 5 wrong tries (decision 22). */
export const ResetPasswordBody = Type.Object({ ...whose, sms_code: smsCode, password, password2 })
export type ResetPasswordBody = Static<typeof ResetPasswordBody>

/** G-07. Who has no password yet proves his mobile by `sms_code` instead of `old_password`. */
export const ChangePasswordBody = Type.Object({
  old_password: Type.Optional(Type.String({ maxLength: 200 })),
  sms_code: Type.Optional(smsCode),
  password, password2,
})
export type ChangePasswordBody = Static<typeof ChangePasswordBody>
/** Every session has ended; these tokens are a fresh one for who asked. */
export const PasswordChanged = Type.Object({ message: Type.String(), access: Type.String(), refresh: Type.String() })
export type PasswordChanged = Static<typeof PasswordChanged>
export const Done = Type.Object({ message: Type.String() })
export type Done = Static<typeof Done>

/** A-08; what is left out stays. Another mobile needs the code that was sent to it (D-04), and the password. */
export const ProfileBody = Type.Object({
  username: Type.Optional(Type.String({ minLength: 1, maxLength: 150 })),
  avatar_url: Type.Optional(Type.String({ maxLength: 200 })),
  phone: Type.Optional(Type.String({ maxLength: 20 })),
  mobile: Type.Optional(Type.String({ maxLength: 20, description: 'The same as phone' })),
  sms_code: Type.Optional(smsCode),
  password: Type.Optional(Type.String({ maxLength: 200, description: 'The present one, when another mobile is replaced' })),
  email: Type.Optional(Type.String({ maxLength: 254 })),
})
export type ProfileBody = Static<typeof ProfileBody>

/** `total_spent` in yuan, as a JSON number: completed orders only. */
export const StatisticsView = Type.Object({
  orders_count: Type.Integer(),
  completed_orders_count: Type.Integer(),
  pending_orders_count: Type.Integer(),
  total_spent: Type.Number(),
})
export type StatisticsView = Static<typeof StatisticsView>

/** Asking for one's account to be deleted: proof by password, or by a code sent to its own mobile (D-04). */
export const DeletionBody = Type.Object({
  password: Type.Optional(Type.String({ maxLength: 200 })), sms_code: Type.Optional(smsCode),
})
export type DeletionBody = Static<typeof DeletionBody>
export const DeletionView = Type.Object({ deletes_at: orNull(Type.String()) })
export type DeletionView = Static<typeof DeletionView>

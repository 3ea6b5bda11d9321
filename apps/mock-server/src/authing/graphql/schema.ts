import { buildSchema } from "graphql";

const STRINGS = `arn status userPoolId username email phone phoneCountryCode unionid openid nickname photo password oauth token tokenExpiredAt
  lastLogin lastIP signedUp device browser company name givenName familyName middleName profile preferredUsername website gender birthdate zoneinfo
  locale address formatted streetAddress locality region postalCode city province country createdAt updatedAt externalId`;
const BOOLEANS = "emailVerified phoneVerified blocked isDeleted newlyCreated";

const fields = (names: string, type: string): string => names.split(/\s+/).map((name) => `${name}: ${type}`).join("\n  ");

/** What all logins take. `autoRegister`, `params` and `context` are taken and not acted upon: nobody is registered here. */
const SHARED = "captchaCode: String\n  clientIp: String\n  params: String\n  context: String";

/** As much of Authing's schema as its clients select; a client that asks for the schema first (Python's) finds all of it. */
export const schema = buildSchema(`
type Query {
  user(id: String): User
}

type Mutation {
  loginByEmail(input: LoginByEmailInput!): User
  loginByUsername(input: LoginByUsernameInput!): User
  loginByPhonePassword(input: LoginByPhonePasswordInput!): User
  loginByPhoneCode(input: LoginByPhoneCodeInput!): User
  sendEmail(email: String!, scene: EmailScene!): CommonMessage
}

input LoginByEmailInput {
  email: String!
  password: String!
  autoRegister: Boolean
  ${SHARED}
}

input LoginByUsernameInput {
  username: String!
  password: String!
  autoRegister: Boolean
  ${SHARED}
}

input LoginByPhonePasswordInput {
  phone: String!
  password: String!
  autoRegister: Boolean
  ${SHARED}
}

input LoginByPhoneCodeInput {
  phone: String!
  code: String!
  phoneCountryCode: String
  autoRegister: Boolean
  ${SHARED}
}

enum EmailScene {
  RESET_PASSWORD
  RESET_PASSWORD_VERIFY_CODE
  VERIFY_EMAIL
  FIRST_EMAIL_LOGIN_VERIFY
  CONSOLE_CONDUCTED_VERIFY
  CHANGE_EMAIL
  EMAIL_BIND_VERIFY_CODE
  EMAIL_UNBIND_VERIFY_CODE
  MFA_VERIFY
  VERIFY_CODE
  REGISTER_VERIFY_CODE
  LOGIN_VERIFY_CODE
  MFA_VERIFY_CODE
  INFORMATION_COMPLETION_VERIFY_CODE
}

type CommonMessage {
  message: String
  code: Int
}

type User {
  id: String
  ${fields(STRINGS, "String")}
  ${fields(BOOLEANS, "Boolean")}
  registerSource: [String!]
  loginsCount: Int
  identities: [Identity]
  customData: [UserCustomData]
}

type Identity {
  openid: String
  userIdInIdp: String
  userId: String
  connectionId: String
  isSocial: Boolean
  provider: String
  type: String
  userPoolId: String
  extIdpId: String
}

type UserCustomData {
  key: String!
  value: String
  label: String
  dataType: UDFDataType!
}

enum UDFDataType {
  STRING
  NUMBER
  DATETIME
  BOOLEAN
  OBJECT
}
`);

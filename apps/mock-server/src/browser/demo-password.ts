/** The demo users' password, hashed beforehand by this folder's hasher, so that a page starts without hashing. */
export const DEMO_PASSWORD_HASH = "$pbkdf2-sha256$i=10000$im17JbBO1MnzvHfLQqIE1w$MgLX6JjIpb8u3CADI+1Xn1SUofKeo/83cXqrbVnKib4";

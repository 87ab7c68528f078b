/*
 * A PKCS#11 library that passes everything on to SoftHSM2 except for the trouble that the environment asks for, so
 * that tests meet a real library that hangs, crashes, or behaves like cards that nobody has at hand.
 *
 * TROUBLE: what to do, see below. TROUBLE_LOG: a file that gets a line for each C_Login and C_Sign.
 * TROUBLE_PIN: what a PIN pad would be given. SOFTHSM2_MODULE: the library behind.
 */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CK_PTR *
#define CK_DECLARE_FUNCTION(returnType, name) returnType name
#define CK_DECLARE_FUNCTION_POINTER(returnType, name) returnType(*name)
#define CK_CALLBACK_FUNCTION(returnType, name) returnType(*name)
#ifndef NULL_PTR
#define NULL_PTR 0
#endif
#include "pkcs11.h"

static CK_FUNCTION_LIST mine;
static CK_FUNCTION_LIST_PTR real;
static int signatures, logins, signing, unlocked;

static int trouble(const char *name) {
  const char *wanted = getenv("TROUBLE");
  return wanted && strcmp(wanted, name) == 0;
}

static void note(const char *what, unsigned long detail) {
  const char *path = getenv("TROUBLE_LOG");
  FILE *log = path ? fopen(path, "a") : NULL;
  if (!log) return;
  fprintf(log, "%s %lu\n", what, detail);
  fclose(log);
}

static CK_RV initialize(CK_VOID_PTR arguments) {
  CK_RV rv = real->C_Initialize(arguments);
  return rv == CKR_OK && trouble("already") ? CKR_CRYPTOKI_ALREADY_INITIALIZED : rv;
}

static CK_RV slots(CK_BBOOL present, CK_SLOT_ID_PTR list, CK_ULONG_PTR count) {
  if (trouble("hang-at-list")) for (;;) sleep(1);
  return real->C_GetSlotList(present, list, count);
}

static CK_RV token(CK_SLOT_ID slot, CK_TOKEN_INFO_PTR info) {
  CK_RV rv = real->C_GetTokenInfo(slot, info);
  if (rv != CKR_OK) return rv;
  if (trouble("locked") || (trouble("locks") && logins)) info->flags |= CKF_USER_PIN_LOCKED;
  if (trouble("final-try") && logins) info->flags |= CKF_USER_PIN_FINAL_TRY;
  if (trouble("pin-pad") || trouble("cancelled")) info->flags |= CKF_PROTECTED_AUTHENTICATION_PATH;
  return rv;
}

static CK_RV mechanisms(CK_SLOT_ID slot, CK_MECHANISM_TYPE_PTR list, CK_ULONG_PTR count) {
  CK_MECHANISM_TYPE only = trouble("no-rsa") ? CKM_ECDSA : CKM_RSA_PKCS;
  if (!trouble("raw-rsa") && !trouble("no-rsa")) return real->C_GetMechanismList(slot, list, count);
  if (list) list[0] = only;
  *count = 1;
  return CKR_OK;
}

static CK_RV login(CK_SESSION_HANDLE session, CK_USER_TYPE user, CK_UTF8CHAR_PTR pin, CK_ULONG length) {
  char *pad = getenv("TROUBLE_PIN");
  logins++;
  note("login", user);
  if (trouble("hang-at-login")) for (;;) sleep(1);
  if (trouble("cancelled")) return CKR_FUNCTION_REJECTED;
  if (trouble("final-try") || trouble("locks")) return CKR_PIN_INCORRECT;
  if (trouble("locked-now")) return CKR_PIN_LOCKED;
  if (trouble("expired")) return CKR_PIN_EXPIRED;
  if (trouble("pin-pad")) {
    if (length != 0) return CKR_ARGUMENTS_BAD;
    return real->C_Login(session, user, (CK_UTF8CHAR_PTR)pad, strlen(pad));
  }
  if (user == CKU_CONTEXT_SPECIFIC) {
    if (!signing) return CKR_OPERATION_NOT_INITIALIZED;
    if (trouble("always-wrong") && signatures > 0) return CKR_PIN_INCORRECT;
    unlocked = length == strlen(pad) && memcmp(pin, pad, length) == 0;
    return unlocked ? CKR_OK : CKR_PIN_INCORRECT;
  }
  CK_RV rv = real->C_Login(session, user, pin, length);
  return rv == CKR_OK && trouble("already") ? CKR_USER_ALREADY_LOGGED_IN : rv;
}

static int always(void) { return trouble("always") || trouble("always-wrong"); }

static CK_RV attributes(CK_SESSION_HANDLE session, CK_OBJECT_HANDLE object, CK_ATTRIBUTE_PTR list, CK_ULONG count) {
  CK_RV rv = real->C_GetAttributeValue(session, object, list, count);
  for (CK_ULONG i = 0; rv == CKR_OK && i < count; i++)
    if (always() && list[i].type == CKA_ALWAYS_AUTHENTICATE && list[i].pValue) *(CK_BBOOL *)list[i].pValue = CK_TRUE;
  return rv;
}

static CK_RV sign_init(CK_SESSION_HANDLE session, CK_MECHANISM_PTR mechanism, CK_OBJECT_HANDLE key) {
  if (trouble("listed-only") && mechanism->mechanism == CKM_SHA256_RSA_PKCS) return CKR_MECHANISM_INVALID;
  note("mechanism", mechanism->mechanism);
  signing = 1;
  unlocked = 0;
  return real->C_SignInit(session, mechanism, key);
}

static CK_RV sign(CK_SESSION_HANDLE session, CK_BYTE_PTR data, CK_ULONG length, CK_BYTE_PTR out, CK_ULONG_PTR size) {
  note("sign", signatures);
  if (always() && !unlocked) return CKR_USER_NOT_LOGGED_IN;
  if (signatures >= 2) {
    if (trouble("hang-at-sign")) for (;;) sleep(1);
    if (trouble("crash")) abort();
    if (trouble("removed")) return CKR_DEVICE_REMOVED;
  }
  CK_RV rv = real->C_Sign(session, data, length, out, size);
  if (trouble("wrong-signature") && out) out[7] ^= 1;
  signing = 0;
  signatures++;
  return rv;
}

CK_RV C_GetFunctionList(CK_FUNCTION_LIST_PTR_PTR list) {
  CK_RV (*behind)(CK_FUNCTION_LIST_PTR_PTR);
  void *library = dlopen(getenv("SOFTHSM2_MODULE"), RTLD_NOW);
  if (!library) return CKR_GENERAL_ERROR;
  *(void **)&behind = dlsym(library, "C_GetFunctionList");
  CK_RV rv = behind(&real);
  if (rv != CKR_OK) return rv;
  mine = *real;
  mine.C_Initialize = initialize;
  mine.C_GetSlotList = slots;
  mine.C_GetTokenInfo = token;
  mine.C_GetMechanismList = mechanisms;
  mine.C_Login = login;
  mine.C_GetAttributeValue = attributes;
  mine.C_SignInit = sign_init;
  mine.C_Sign = sign;
  *list = &mine;
  return CKR_OK;
}

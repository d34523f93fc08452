#include "check.h"
#include "lsp/rpc.h"

static RpcMessage m;

static RpcKind parse(const char *body)
{
    rpc_deinit(&m);
    rpc_parse(str_from(body), &m);
    return m.kind;
}

static void kinds_are_told_apart(void **state)
{
    (void)state;
    CHECK_INT(parse("{\"id\":1,\"method\":\"a\",\"params\":{}}"), RPC_REQUEST);
    CHECK(m.params);
    CHECK_INT(parse("{\"id\":\"x\",\"method\":\"a\"}"), RPC_REQUEST);
    CHECK(!m.params);
    CHECK_INT(parse("{\"method\":\"a\",\"params\":[1]}"), RPC_NOTIFICATION);
    CHECK_INT(parse("{\"id\":1,\"result\":null}"), RPC_RESPONSE);
    rpc_deinit(&m);
}

static void what_is_no_message_says_how(void **state)
{
    (void)state;
    CHECK_INT(parse("{"), RPC_BROKEN);
    CHECK_INT(m.code, RPC_PARSE_ERROR);
    CHECK_INT(parse(""), RPC_BROKEN);
    CHECK_INT(m.code, RPC_PARSE_ERROR);
    CHECK_INT(parse("[]"), RPC_BROKEN);
    CHECK_INT(m.code, RPC_INVALID_REQUEST);
    CHECK_INT(parse("{}"), RPC_BROKEN);
    CHECK_INT(parse("{\"id\":{},\"method\":\"a\"}"), RPC_BROKEN);
    CHECK_INT(parse("{\"method\":3}"), RPC_BROKEN);
    CHECK_INT(parse("{\"method\":\"exit\\u0000x\"}"), RPC_BROKEN);
    rpc_deinit(&m);
}

static const char *text_of(const char *body)
{
    CHECK_INT(parse(body), RPC_NOTIFICATION);
    return json_string_value(json_object_get(m.params, "t"));
}

static void half_a_surrogate_pair_is_one_sign(void **state)
{
    (void)state;
    CHECK_STRZ(text_of("{\"method\":\"a\",\"params\":{\"t\":\"\\ud83d\\ude00\"}}"),
               "😀");
    CHECK_STRZ(text_of("{\"method\":\"a\",\"params\":{\"t\":\"x\\uD83dy\"}}"),
               "x\xef\xbf\xbdy");
    CHECK_STRZ(text_of("{\"method\":\"a\",\"params\":{\"t\":\"\\ude00\\ud83d\"}}"),
               "\xef\xbf\xbd\xef\xbf\xbd");
    CHECK_STRZ(text_of("{\"method\":\"a\",\"params\":{\"t\":\"\\\\ud83d\"}}"),
               "\\ud83d");
    rpc_deinit(&m);
}

static void answers_carry_the_id_of_the_request(void **state)
{
    StrBuf out = {0};

    (void)state;
    parse("{\"id\":\"밀\",\"method\":\"a\"}");
    rpc_reply(&out, m.id, NULL);
    CHECK(strstr(strbuf_cstr(&out), "\"id\":\"밀\",\"result\":null}"));
    strbuf_clear(&out);
    rpc_fail(&out, NULL, RPC_PARSE_ERROR, "so");
    CHECK(strstr(strbuf_cstr(&out),
                 "\"id\":null,\"error\":{\"code\":-32700,\"message\":\"so\"}}"));
    strbuf_clear(&out);
    rpc_notify(&out, "n", json_object());
    CHECK(strstr(strbuf_cstr(&out), "\"method\":\"n\",\"params\":{}}"));
    strbuf_deinit(&out);
    rpc_deinit(&m);
}

RUN_TESTS(TEST(kinds_are_told_apart), TEST(what_is_no_message_says_how),
          TEST(half_a_surrogate_pair_is_one_sign),
          TEST(answers_carry_the_id_of_the_request))

/**
 * An OpenAI-compatible stand-in for vLLM serving gpt-oss. It speaks vLLM's HTTP, null fields and errors included, has slots
 * and a waiting queue, takes its time by a latency model, misbehaves on command, and keeps a journal of every call. Its
 * verdicts come from rules ({@link dev.dictamen.simulator.verdict}); the {@code system_fingerprint}, which begins with
 * {@code vllm-simulator-}, says so.
 *
 * <p>As a program, after {@code mvn package}: {@code java -jar target/vllm-simulator.jar --port 0} prints {@code port=N};
 * {@code --help} lists the flags. As a library: {@link dev.dictamen.simulator.VllmSimulator#start}.
 *
 * <ul>
 *   <li>{@code POST /v1/chat/completions} (not streamed), {@code POST /tokenize}, {@code GET /v1/models},
 *       {@code /health}, {@code /health/ready}, {@code /ping}, {@code /version}, {@code /load}, {@code /metrics}
 *   <li>{@code GET /admin/config}: every flag's value; {@code POST /admin/config} changes the ones marked changeable, given
 *       as JSON, for instance <code>{"failure-types":["null_content"],"failure-injection-rate":100,
 *       "failure-first-attempt-only":true}</code>; <code>{"failure-types":[]}</code> ends the faults
 *   <li>{@code X-Return-Error: 429} (a status) or {@code X-Return-Error: hang} (a fault's name) on a request is a fault of
 *       this one call
 *   <li>{@code GET /admin/journal}: the calls that have ended, as NDJSON; {@code DELETE /admin/journal} forgets them
 * </ul>
 *
 * <p>The faults are the constants of {@link dev.dictamen.simulator.engine.Fault}. A request with {@code Upgrade: h2c} is
 * answered 400, as vLLM does when a client tries HTTP/2 on clear text. With {@code --obedient} the answers obey every order
 * that reaches the model outside the delimited data ({@link dev.dictamen.simulator.obedience}); the journal says which. With
 * {@code --score-drift 20} a fifth of the chats is graded one better or one worse than the rules say, another fifth for each
 * system message, temperature and seed: an experiment has something to find.
 */
@NullMarked
package dev.dictamen.simulator;

import org.jspecify.annotations.NullMarked;

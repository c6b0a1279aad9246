/**
 * Loaded into the server before anything else: when the process that started it is killed, it is told to end, so that
 * no server stays behind that nobody sees.
 */
if (process.channel) {
  process.channel.unref()
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
}

#pragma once

namespace app {

/// Lets the program have as many files and connections open as the system allows it: the usual first limit is fewer
/// than the messages that may be on their way at once and the webhooks' connections together.
void allowManyOpenFiles();

} // namespace app

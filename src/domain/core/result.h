#pragma once

#include <QString>
#include <tl/expected.hpp>

namespace domain {

/// What went wrong, for the program. The window alone turns a code into words (gui/errortext).
enum class ErrorCode {
    InvalidInput,    ///< a value breaks a rule; `place` names the field or the position
    NotFound,        ///< the thing asked for does not exist (any more)
    Conflict,        ///< the name is taken, or the state does not allow it
    NotAllowed,      ///< a role or the file's rights forbid it
    FileMissing,     ///< no such file or folder
    FileNotReadable, ///< rights
    FileNotWritable, ///< rights, or a read-only medium
    FileBusy,        ///< another engine has the workspace open
    DiskFull,        ///< no space left; nothing was changed
    NotADatabase,    ///< the file is something else
    NotAWorkspace,   ///< a database, but not one of ours
    Damaged,         ///< the database's own check fails
    NewerVersion,    ///< written by a newer program
    KeyUnavailable,  ///< no key store can be reached and no passphrase was given
    WrongPassphrase, ///< the sealed file does not open
    Network,         ///< a connection could not be made or broke
    Provider,        ///< the provider said no; `detail` has its words
    Cancelled,       ///< the person stopped it
    Internal,        ///< a failure that has no better name; `detail` is for the log
};

/// A failure: a code for the program, an English detail for the log (never an address or a secret), and
/// where it stands (a field, a file, 'line 12, column 3') if there is a place.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString detail;
    QString place;

    friend bool operator==(const Error &, const Error &) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

/// `return fail(ErrorCode::NotFound, u"no template of that name"_s);`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, QString detail = {}, QString place = {})
{
    return tl::unexpected<Error>(Error{code, std::move(detail), std::move(place)});
}

/// The code's name as it stands above, for logs and for the command line's --json.
[[nodiscard]] QString errorCodeName(ErrorCode code);

} // namespace domain

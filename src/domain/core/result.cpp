#include "domain/core/result.h"

namespace domain {

QString errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return QStringLiteral("InvalidInput");
    case ErrorCode::NotFound:
        return QStringLiteral("NotFound");
    case ErrorCode::Conflict:
        return QStringLiteral("Conflict");
    case ErrorCode::NotAllowed:
        return QStringLiteral("NotAllowed");
    case ErrorCode::FileMissing:
        return QStringLiteral("FileMissing");
    case ErrorCode::FileNotReadable:
        return QStringLiteral("FileNotReadable");
    case ErrorCode::FileNotWritable:
        return QStringLiteral("FileNotWritable");
    case ErrorCode::FileBusy:
        return QStringLiteral("FileBusy");
    case ErrorCode::DiskFull:
        return QStringLiteral("DiskFull");
    case ErrorCode::NotADatabase:
        return QStringLiteral("NotADatabase");
    case ErrorCode::NotAWorkspace:
        return QStringLiteral("NotAWorkspace");
    case ErrorCode::Damaged:
        return QStringLiteral("Damaged");
    case ErrorCode::NewerVersion:
        return QStringLiteral("NewerVersion");
    case ErrorCode::KeyUnavailable:
        return QStringLiteral("KeyUnavailable");
    case ErrorCode::WrongPassphrase:
        return QStringLiteral("WrongPassphrase");
    case ErrorCode::Network:
        return QStringLiteral("Network");
    case ErrorCode::Provider:
        return QStringLiteral("Provider");
    case ErrorCode::Cancelled:
        return QStringLiteral("Cancelled");
    case ErrorCode::Internal:
        break;
    }
    return QStringLiteral("Internal");
}

} // namespace domain

#pragma once

#include "domain/provider/provider.h"
#include "engine/client/models.h"

namespace gui {

/// How a field of an account is put before a person.
struct FieldWords
{
    QString label;
    QString help;   ///< where its value is found
    QString format; ///< what it has to look like, said where it does not
};

/// A field nobody has words for gets its key spelt out.
[[nodiscard]] FieldWords fieldWords(const QString &kind, const QString &key);
/// What a choice of a field is called; names and words of the wire stay as they are.
[[nodiscard]] QString choiceWords(const QString &key, const QString &choice);
/// What a kind is for, in one line.
[[nodiscard]] QString kindPurpose(const QString &kind);
/// "SMS", "SMS and WhatsApp".
[[nodiscard]] QString channelName(domain::Channel channel);
[[nodiscard]] QString channelNames(const QList<domain::Channel> &channels);
/// What is wrong with a field, by the reason of its ConfigProblem.
[[nodiscard]] QString problemSentence(const FieldWords &words, const QString &reason);
/// What 'Test connection' found: what exactly failed and what to do about it.
[[nodiscard]] QString verdictSentence(const QString &kind, const QString &kindName,
                                      const domain::ConnectionReport &report);
/// What stands against removing an account, or what goes with it.
[[nodiscard]] QString removalWords(const engine::ProviderUse &use);
/// By what an account's messages leave, as its settings say: a number, a name, an address. Empty where none is set.
[[nodiscard]] QString senderOf(const QJsonObject &settings);

} // namespace gui

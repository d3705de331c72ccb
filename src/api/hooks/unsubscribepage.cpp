#include "api/hooks/unsubscribepage.h"

#include <QList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace api {

namespace {

/// The reader is a customer, not the person at this program: the words do not follow the window's language, and are
/// few enough to stand here. %1: the business.
struct Words
{
    const char *language;
    const char16_t *title;
    const char16_t *mailQuestion;
    const char16_t *textQuestion;
    const char16_t *button;
    const char16_t *mailDone;
    const char16_t *textDone;
};

constexpr std::array words{
    Words{"en", u"Unsubscribe", u"Do you want no more of these e-mails from %1?",
          u"Do you want no more of these messages from %1?", u"Unsubscribe",
          u"You will get no more of these e-mails from %1.", u"You will get no more of these messages from %1."},
    Words{"de", u"Abbestellen", u"Möchten Sie diese E-Mails von %1 nicht mehr bekommen?",
          u"Möchten Sie diese Nachrichten von %1 nicht mehr bekommen?", u"Abbestellen",
          u"Sie bekommen diese E-Mails von %1 nicht mehr.", u"Sie bekommen diese Nachrichten von %1 nicht mehr."},
    Words{"fr", u"Se désabonner", u"Ne plus recevoir ces e-mails de %1 ?", u"Ne plus recevoir ces messages de %1 ?",
          u"Se désabonner", u"Vous ne recevrez plus ces e-mails de %1.", u"Vous ne recevrez plus ces messages de %1."},
    Words{"es", u"Darse de baja", u"¿No quiere recibir más estos correos de %1?",
          u"¿No quiere recibir más estos mensajes de %1?", u"Darse de baja", u"Ya no recibirá estos correos de %1.",
          u"Ya no recibirá estos mensajes de %1."},
    Words{"it", u"Annulla l’iscrizione", u"Non vuole più ricevere queste e-mail da %1?",
          u"Non vuole più ricevere questi messaggi da %1?", u"Annulla l’iscrizione",
          u"Non riceverà più queste e-mail da %1.", u"Non riceverà più questi messaggi da %1."},
    Words{"pt", u"Cancelar a subscrição", u"Não quer receber mais estes e-mails de %1?",
          u"Não quer receber mais estas mensagens de %1?", u"Cancelar a subscrição",
          u"Não receberá mais estes e-mails de %1.", u"Não receberá mais estas mensagens de %1."},
    Words{"nl", u"Afmelden", u"Wilt u deze e-mails van %1 niet meer ontvangen?",
          u"Wilt u deze berichten van %1 niet meer ontvangen?", u"Afmelden",
          u"U ontvangt deze e-mails van %1 niet meer.", u"U ontvangt deze berichten van %1 niet meer."},
};

/// The first language we speak, in the order of the header: browsers list them by preference.
const Words &wordsFor(const QByteArray &languages)
{
    for (const QByteArray &part : languages.first(std::min<qsizetype>(languages.size(), 256)).split(',')) {
        const QByteArray language = part.trimmed().first(std::min<qsizetype>(2, part.trimmed().size())).toLower();
        const auto found =
            std::find_if(words.begin(), words.end(), [&](const Words &one) { return language == one.language; });
        if (found != words.end())
            return *found;
    }
    return words.front();
}

Answer page(const Words &w, const QString &body, const QString &form)
{
    Answer answer;
    answer.type = "text/html; charset=utf-8";
    answer.headers.emplaceBack("Content-Security-Policy",
                               "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
                               "frame-ancestors 'none'; base-uri 'none'");
    answer.headers.emplaceBack("Referrer-Policy", "no-referrer"); // the address is the permission
    answer.headers.emplaceBack("X-Robots-Tag", "noindex");
    answer.body = (u"<!DOCTYPE html><html lang=\"%1\"><head><meta charset=\"utf-8\"><title>%2</title>"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                   "<style>body{font:1.1em/1.5 sans-serif;max-width:30em;margin:15vh auto;padding:0 1em}"
                   "button{font:inherit;padding:.6em 1.2em}</style></head><body><h1>%2</h1><p>%3</p>%4</body></html>"_s)
                      .arg(QLatin1String(w.language), QString::fromUtf16(w.title), body, form)
                      .toUtf8();
    return answer;
}

QString sentence(const char16_t *pattern, const QString &sender)
{
    return QString::fromUtf16(pattern).arg(sender.toHtmlEscaped());
}

} // namespace

Answer unsubscribeQuestion(const QString &sender, domain::Channel channel, const QByteArray &languages)
{
    const Words &w = wordsFor(languages);
    return page(
        w, sentence(channel == domain::Channel::Email ? w.mailQuestion : w.textQuestion, sender),
        u"<form method=\"post\"><button type=\"submit\">%1</button></form>"_s.arg(QString::fromUtf16(w.button)));
}

Answer unsubscribeDone(const QString &sender, domain::Channel channel, const QByteArray &languages)
{
    const Words &w = wordsFor(languages);
    return page(w, sentence(channel == domain::Channel::Email ? w.mailDone : w.textDone, sender), {});
}

} // namespace api

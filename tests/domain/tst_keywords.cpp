#include "domain/consent/inboundwords.h"
#include "domain/consent/keywords.h"
#include "domain/consent/keywordtables.h"

#include <QRandomGenerator>
#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(InboundIntent)
Q_DECLARE_METATYPE(SubscriptionState)

namespace {

QByteArray rowName(int row, QStringView text) { return QByteArray::number(row) + ' ' + text.toUtf8(); }

void addTexts(InboundIntent intent, SubscriptionState state, std::initializer_list<const char16_t *> texts)
{
    static int row = 0;
    for (QStringView text : texts)
        QTest::newRow(rowName(++row, text)) << text.toString() << state << intent;
}

} // namespace

class KeywordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheMeaning_data()
    {
        using enum InboundIntent;
        using enum SubscriptionState;
        QTest::addColumn<QString>("text");
        QTest::addColumn<SubscriptionState>("state");
        QTest::addColumn<InboundIntent>("intent");

        addTexts(OptOut, Subscribed,
                 {u"🛑",
                  u" 🛑️ ",
                  u"🛑!",
                  u"STOP 🛑",
                  u"ＳＴＯＰ",
                  u"S\u200BTOP",
                  u"s.t.o.p",
                  u"S-T-O-P",
                  u"S.T.O.P. please",
                  u"st0p",
                  u"STOOOP",
                  u"stoppp!!",
                  u"tsop",
                  u"sotp",
                  u"Stop.",
                  u"'stop'",
                  u"stop\nall",
                  u"CANCLE",
                  u"qiut",
                  u"OPTOUT",
                  u"0pt0ut",
                  u"UNSUBSRIBE",
                  u"unsuscribe",
                  u"un-subscribe",
                  u"unsubscribed",
                  u"Unsubscribe me from this",
                  u"Ok stop",
                  u"stop it",
                  u"STOP ALL messages now please",
                  u"Yes stop",
                  u"start stop",
                  u"td",
                  u"pls remove me thx",
                  u"Stop sending me messages",
                  u"please cease contacting me",
                  u"quit texting",
                  u"stop the texts",
                  u"Stop all marketing messages",
                  u"end my subscription",
                  u"cancel these alerts",
                  u"stop all these promos",
                  u"Do not text me",
                  u"do not contact me again",
                  u"Never text me again",
                  u"don’t message me",
                  u"Don't send me any more texts",
                  u"Don't call me anymore after this",
                  u"remove my number",
                  u"Delete me from your database",
                  u"take my number off your list",
                  u"take me off this list please",
                  u"I would like to unsubscribe",
                  u"I want to unsubscribe from this",
                  u"opt me out please",
                  u"Leave me alone!!",
                  u"no more texts",
                  u"no more text messages please",
                  u"lose my number",
                  u"Wrong number",
                  u"sorry, wrong number buddy",
                  u"I don't want these",
                  u"I no longer want to receive these",
                  u"I do not want to receive your messages",
                  u"i dont want your texts",
                  u"I don't want any more of these texts",
                  u"I don't want to be contacted",
                  u"I don't want you to text me",
                  u"I no longer want this service",
                  u"STOP PROMO",
                  u"I revoke my consent",
                  u"I said stop",
                  u"I SAID STOP texting",
                  u"Told you, I said stop!"});
        addTexts(OptOut, Subscribed,
                 {u"Remove my phone number", u"I already said STOP", u"STOP. I already told you",
                  u"I am revoking my consent", u"no more alerts", u"opt out of all messages", u"I want off this list",
                  u"Reply STOP", u"arrêt stp", u"Stop pub", u"Arrêtez tout de suite",
                  u"Merci de ne plus m'envoyer de SMS", u"Eliminar mi número", u"cancelar suscripción",
                  u"sair da lista"});
        addTexts(None, Subscribed,
                 {u"STOP 12", u"Please don't call, I'm driving", u"Don't call, text me instead", u"Can we cancel?"});
        addTexts(OptOut, Subscribed,
                 {u"Arrête", u"Désabonner", u"arrêtez svp", u"STOP SMS svp", u"Arrêtez de m'envoyer des SMS",
                  u"cessez de me contacter", u"Arrêtez de m’écrire", u"Ne me contactez plus", u"désabonnez-moi",
                  u"Désinscrivez-moi de votre liste", u"Je ne veux plus recevoir vos messages",
                  u"je ne souhaite plus recevoir de sms", u"STOP au 36180", u"STOP 36180", u"Retirez-moi de la liste",
                  u"résilier", u"Merci d'arrêter : désinscription"});
        addTexts(OptOut, Subscribed,
                 {u"No más", u"alto", u"Cancelar por favor", u"No me envíen más mensajes", u"no me manden nada",
                  u"no me escriban", u"No me llamen más", u"no quiero recibir publicidad", u"Ya no quiero recibir más",
                  u"no quiero sms", u"Quiero darme de baja", u"dejen de molestar", u"dejen de enviarme mensajes",
                  u"Borren mi número", u"parar mensajes"});
        addTexts(OptOut, Subscribed,
                 {u"Abmelden", u"Bitte abmelden", u"ENDE", u"Keine Werbung", u"keine Nachrichten mehr bitte",
                  u"Ich möchte mich abmelden", u"Bitte mich austragen", u"meine Nummer löschen",
                  u"Löschen Sie bitte meine Nummer", u"bitte nicht mehr schreiben", u"Nicht mehr senden!",
                  u"Ich widerrufe meine Einwilligung", u"widerrufe Einwilligung", u"Bitte Stopp"});
        addTexts(OptOut, Subscribed,
                 {u"PARAR", u"Sair, por favor", u"descadastrar", u"Não quero receber", u"não me envie mais nada",
                  u"Não mande mensagens", u"parem de me mandar mensagens", u"pare de me enviar SMS",
                  u"me remova da lista", u"Me tire dessa lista", u"me descadastre", u"retirem meu número"});
        addTexts(OptOut, Subscribed,
                 {u"बंद", u"बंद करें", u"कृपया बंद करो", u"रोको", u"band karo", u"Band karo please", u"मैसेज मत भेजो",
                  u"मुझे संदेश नहीं चाहिए", u"ये एसएमएस बंद करो", u"message mat bhejo", u"mujhe message mat bhejo",
                  u"message mujhe aur mat bhejo", u"मैसेज भेजना बंद करो"});

        addTexts(None, Subscribed,
                 {u"",
                  u"   ",
                  u"?!",
                  u"👍",
                  u"🛑👍",
                  u"shop",
                  u"step",
                  u"spot",
                  u"quite",
                  u"quiet",
                  u"restart",
                  u"weekend",
                  u"stopped by",
                  u"resubscribe",
                  u"Don't stop",
                  u"please do not stop!",
                  u"never stop",
                  u"can't stop won't stop",
                  u"non-stop",
                  u"nonstop",
                  u"I did not unsubscribe",
                  u"I don't want to unsubscribe",
                  u"I didn't want to cancel",
                  u"cancel my order",
                  u"Please cancel the appointment",
                  u"Can I end it at 5",
                  u"bus stop",
                  u"stop sign on Main St",
                  u"pit stop",
                  u"At the end of the day",
                  u"I quit smoking",
                  u"remove the onions",
                  u"Don't call before 9",
                  u"please don't text me late",
                  u"don't call me tomorrow",
                  u"Don't contact me after 6pm",
                  u"I don't text much",
                  u"we do not call",
                  u"Can you take me at 5?",
                  u"take me from the airport",
                  u"I don't want to be late",
                  u"I don't want sugar",
                  u"I don't want to miss it",
                  u"I don't want to receive my order today",
                  u"Don't send the order yet",
                  u"START 0",
                  u"START 1",
                  u"start0",
                  u"Yes",
                  u"y",
                  u"oui",
                  u"ok",
                  u"thanks",
                  u"thank you",
                  u"no",
                  u"nein",
                  u"wrong",
                  u"number",
                  u"Hello, when do you open?",
                  u"help wanted in your shop?",
                  u"can you send me more messages",
                  u"I want to subscribe to the box"});
        addTexts(None, Subscribed,
                 {u"arrêt de bus",
                  u"où est l'arrêt",
                  u"N'arrêtez pas",
                  u"Ne vous arrêtez pas",
                  u"Ne m'appelez plus tard que demain pour ma commande",
                  u"planta baja",
                  u"Primer piso, planta baja",
                  u"no pares",
                  u"no me llamen antes de las 9",
                  u"alto ahí va",
                  u"quiero parar en la tienda",
                  u"nicht aufhören!",
                  u"nicht aufhoeren",
                  u"Ich habe keine Nachricht bekommen",
                  u"Am Ende der Straße",
                  u"Schönes Wochenende",
                  u"Termin absagen",
                  u"keine SMS nach 20 Uhr",
                  u"não pare",
                  u"Não pare nunca",
                  u"pode parar na rua?",
                  u"me tire uma dúvida",
                  u"दुकान कब बंद होती है",
                  u"बंद मत करो",
                  u"मैसेज नहीं मिला",
                  u"रुको मत",
                  u"dukan band hai"});

        addTexts(OptIn, OptedOut,
                 {u"START",     u"Start!",  u"unstop",   u"Opt in", u"opt-in", u"SUBSCRIBE", u"resume", u"start please",
                  u"YES",       u"oui",     u"Sí",       u"Ja",     u"sim",    u"हाँ",        u"हां",     u"haan",
                  u"reprendre", u"Iniciar", u"anmelden", u"voltar", u"शुरू करें",  u"shuru karo"});
        addTexts(OptIn, Pending,
                 {u"Y", u"yes please", u"Sí, gracias", u"Ja bitte", u"Oui merci", u"haan ji", u"ok yes", u"y.e.s"});
        addTexts(OptIn, Subscribed, {u"START"});
        addTexts(
            None, OptedOut,
            {u"yes please", u"si claro", u"No", u"yes I will come to the shop", u"don't want to start", u"nonsense"});
        addTexts(None, Pending, {u"no", u"nein", u"não", u"yes of course I will be there"});
        addTexts(OptOut, Pending, {u"stop", u"yes, stop it"});
        addTexts(Help, Subscribed,
                 {u"HELP", u"help me please", u"Info?", u"aide svp", u"Ayuda por favor", u"Hilfe!", u"ajuda", u"मदद",
                  u"सहायता", u"madad", u"help start"});
    }

    void readsTheMeaning()
    {
        QFETCH(QString, text);
        QFETCH(SubscriptionState, state);
        QFETCH(InboundIntent, intent);
        QCOMPARE(int(classifyInbound(text, state)), int(intent));
    }

    void everyListedWordWorksInAnyCase()
    {
        for (const keywords::WordList &list : keywords::wordLists()) {
            for (const QString &word : QString(QStringView(list.words).toString()).split(u',')) {
                for (const QString &written : {word, word.toUpper(), u" «"_s + word + u"»!! "_s}) {
                    const InboundIntent intent = classifyInbound(written, SubscriptionState::OptedOut);
                    switch (list.meaning) {
                    case keywords::Meaning::Out:
                        QCOMPARE(intent, InboundIntent::OptOut);
                        break;
                    case keywords::Meaning::Help:
                        QCOMPARE(intent, InboundIntent::Help);
                        break;
                    case keywords::Meaning::In:
                    case keywords::Meaning::Weak:
                        QCOMPARE(intent, InboundIntent::OptIn);
                        break;
                    }
                }
            }
        }
    }

    void tablesAreWrittenAsTheyAreCompared()
    {
        const auto check = [](QStringView word) {
            const InboundWords folded(word);
            QVERIFY2(folded.words().size() == 1, word.toUtf8());
            QVERIFY2(!word.isEmpty(), "an empty word");
        };
        for (const char16_t *list : {keywords::fillerWords(), keywords::orderWords(), keywords::timeWords(),
                                     keywords::finalWords(), keywords::marketingWords(), keywords::subjectWords()}) {
            for (QStringView word : QStringView(list).split(u','))
                check(word);
        }
        for (std::span<const keywords::PhraseRow> rows : {keywords::optOutPhrases(), keywords::guardPhrases()}) {
            for (const keywords::PhraseRow &row : rows) {
                for (QStringView element : QStringView(row.pattern).split(u' ')) {
                    QString plain = element.toString();
                    plain.remove(u'[').remove(u']').remove(u'{').remove(u'}');
                    if (plain == u"..." || plain == u"^")
                        continue;
                    for (const QString &word : plain.split(u'|')) {
                        if (!word.startsWith(u'#') && word != u"$")
                            check(word);
                    }
                }
            }
        }
    }

    void englishIsAlwaysReadAndOthersOnlyIfNamed()
    {
        const QString german[] = {u"de-DE"_s};
        QCOMPARE(classifyInbound(u"stop", SubscriptionState::Subscribed, german), InboundIntent::OptOut);
        QCOMPARE(classifyInbound(u"Keine SMS mehr", SubscriptionState::Subscribed, german), InboundIntent::OptOut);
        QCOMPARE(classifyInbound(u"ALTO", SubscriptionState::Subscribed, german), InboundIntent::None);
        QCOMPARE(classifyInbound(u"ALTO", SubscriptionState::Subscribed), InboundIntent::OptOut);
        QCOMPARE(classifyInbound(u"si", SubscriptionState::Pending, german), InboundIntent::None);
        const QString odd[] = {u"deu"_s, u""_s, u"x"_s};
        QCOMPARE(classifyInbound(u"abmelden", SubscriptionState::Subscribed, odd), InboundIntent::None);
    }

    void namesWhatMatchedAndHowFarItGoes()
    {
        const InboundMatch marketing = matchInbound(u"Please STOP marketing!", SubscriptionState::Subscribed);
        QCOMPARE(marketing.words, u"stop marketing"_s);
        QVERIFY(marketing.marketingOnly);
        QVERIFY(matchInbound(u"Keine Werbung mehr", SubscriptionState::Subscribed).marketingOnly);
        const InboundMatch all = matchInbound(u"Please stop texting me", SubscriptionState::Subscribed);
        QCOMPARE(all.words, u"stop texting"_s);
        QVERIFY(!all.marketingOnly);
        QCOMPARE(matchInbound(u"STOP HELP", SubscriptionState::Subscribed).words, u"stop"_s);
        QVERIFY(matchInbound(u"Hello", SubscriptionState::Subscribed).words.isEmpty());
    }

    void unsureWordingAsksForAPerson_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("review");
        QTest::newRow("cancel an appointment") << u"I want to cancel my appointment"_s << true;
        QTest::newRow("did not") << u"I did not unsubscribe"_s << true;
        QTest::newRow("stop by") << u"Can you stop by at 5?"_s << true;
        QTest::newRow("not before") << u"Don't call before 9"_s << true;
        QTest::newRow("inside a word") << u"Have a great weekend"_s << false;
        QTest::newRow("harmless") << u"See you tomorrow"_s << false;
        QTest::newRow("decided") << u"stop"_s << false;
        QTest::newRow("plain yes") << u"yes"_s << false;
    }
    void unsureWordingAsksForAPerson()
    {
        QFETCH(QString, text);
        QTEST(matchInbound(text, SubscriptionState::Subscribed).needsReview, "review");
    }

    void readsOnlyTheFirstTwoThousandUnits()
    {
        const QString filling = u"blah "_s.repeated(400);
        QCOMPARE(classifyInbound(filling + u"please stop texting me"_s, SubscriptionState::Subscribed),
                 InboundIntent::None);
        QCOMPARE(classifyInbound(filling.mid(30) + u"please stop texting me"_s, SubscriptionState::Subscribed),
                 InboundIntent::OptOut);
    }

    void randomTextsNeitherCrashNorHang()
    {
        static const QString pieces[] = {u"stop"_s,
                                         u"dont"_s,
                                         u"do not"_s,
                                         u" "_s,
                                         u"'"_s,
                                         u"message"_s,
                                         u"मत"_s,
                                         u"बंद"_s,
                                         u"no"_s,
                                         u"mas"_s,
                                         u"keine"_s,
                                         u"s t o p"_s,
                                         u"🛑"_s,
                                         u"\u0301"_s,
                                         u"\u200D"_s,
                                         u"end"_s,
                                         u"all"_s,
                                         u"\uFDFA"_s,
                                         u"order"_s,
                                         u"of"_s,
                                         u"0"_s,
                                         u"é"_s,
                                         u"\u0000"_s,
                                         QString(QChar(0xD83D)),
                                         QString(QChar(0xDE00))};
        QRandomGenerator random(5);
        for (int round = 0; round < 20'000; ++round) {
            QString text;
            const int count = random.bounded(round % 100 == 0 ? 2000 : 12);
            for (int i = 0; i < count; ++i) {
                text += random.bounded(10) == 0 ? QString(QChar(static_cast<char16_t>(random.bounded(0x10000))))
                                                : pieces[random.bounded(25)];
                text += random.bounded(2) ? u" "_s : QString();
            }
            const auto state = static_cast<SubscriptionState>(random.bounded(3));
            const InboundMatch match = matchInbound(text, state);
            QCOMPARE(match.words.isEmpty(), match.intent == InboundIntent::None);
            QVERIFY(match.intent == InboundIntent::None || !match.needsReview);
            QCOMPARE(matchInbound(text, state), match);
        }
    }
};

QTEST_APPLESS_MAIN(KeywordsTest)
#include "tst_keywords.moc"

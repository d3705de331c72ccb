#include "domain/template/template.h"
#include "domain/vectorfiles.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

TemplateNotation notationOf(const QString &syntax)
{
    if (syntax == u"jinja")
        return TemplateNotation::Jinja;
    if (syntax == u"brace")
        return TemplateNotation::Brace;
    if (syntax == u"plain")
        return TemplateNotation::Plain;
    qFatal("unknown syntax %s", qUtf8Printable(syntax));
}

RenderOptions optionsOf(const QJsonObject &value, const QJsonObject &meta)
{
    static const QHash<QString, TextTarget> targets{
        {u"text"_s, TextTarget::Text},
        {u"sms"_s, TextTarget::Sms},
        {u"whatsapp_text"_s, TextTarget::WhatsAppText},
        {u"whatsapp_param"_s, TextTarget::WhatsAppParameter},
        {u"email_html"_s, TextTarget::EmailHtml},
        {u"email_text"_s, TextTarget::EmailText},
        {u"email_subject"_s, TextTarget::EmailSubject},
    };
    static const QHash<QString, MissingPolicy> policies{
        {u"error"_s, MissingPolicy::Error}, {u"blank"_s, MissingPolicy::Blank}, {u"keep"_s, MissingPolicy::Keep}};
    RenderOptions options;
    const QString channel = value.value(u"channel"_s).toString(u"text"_s);
    const QString missing = value.value(u"missing"_s).toString(u"error"_s);
    if (!targets.contains(channel) || !policies.contains(missing))
        qFatal("unknown channel or policy: %s %s", qUtf8Printable(channel), qUtf8Printable(missing));
    options.target = targets[channel];
    options.missing = policies[missing];
    options.locale = value.value(u"locale"_s).toString(u"en-US"_s);
    options.today = QDate::fromString(meta.value(u"today"_s).toString(), Qt::ISODate);
    options.now = QDateTime::fromString(meta.value(u"now"_s).toString(), Qt::ISODate);
    return options;
}

/// "template_gen": pieces, each a text or a text and how often it is repeated.
QString sourceOf(const QJsonObject &value)
{
    if (!value.contains(u"template_gen"_s))
        return value.value(u"template"_s).toString();
    QString source;
    for (const QJsonValue piece : value.value(u"template_gen"_s).toArray()) {
        const QJsonArray pair = piece.toArray();
        source += piece.isArray() ? pair.at(0).toString().repeated(pair.at(1).toInt()) : piece.toString();
    }
    return source;
}

/// The data of a case: the file's, with the case's own on top.
Value contextOf(const VectorCase &vector)
{
    QJsonObject context = vector.meta.value(u"context"_s).toObject();
    const QJsonObject own = vector.value.value(u"context"_s).toObject();
    for (auto it = own.begin(); it != own.end(); ++it)
        context.insert(it.key(), it.value());
    return Value::fromJson(context);
}

} // namespace

class VectorsTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rendersAsTheVectorsSay_data()
    {
        QTest::addColumn<VectorCase>("vector");
        for (const VectorCase &vector : loadVectors(u"templates"_s))
            QTest::newRow(vector.rowName().constData()) << vector;
    }

    void rendersAsTheVectorsSay()
    {
        QFETCH(VectorCase, vector);
        const RenderOptions options = optionsOf(vector.value, vector.meta);
        const QString source = sourceOf(vector.value);
        const auto compiled = CompiledTemplate::compile(source, notationOf(vector.value.value(u"syntax"_s).toString()));
        const auto text = compiled ? compiled->render(contextOf(vector), options)
                                   : tl::expected<QString, TemplateProblem>(tl::unexpect, compiled.error());
        if (vector.value.contains(u"error"_s)) {
            QVERIFY2(!text, qPrintable(u"rendered: "_s + text.value_or(QString())));
            QCOMPARE(text.error().code, vector.value.value(u"error"_s).toString());
            if (vector.value.contains(u"pos"_s))
                QCOMPARE(text.error().position, vector.value.value(u"pos"_s).toInt());
        } else {
            QVERIFY2(text, text ? "" : qPrintable(text.error().code + u": "_s + text.error().message));
            QCOMPARE(*text, vector.value.value(u"output"_s).toString());
        }
    }
};

QTEST_APPLESS_MAIN(VectorsTemplates)
#include "vectors_templates.moc"

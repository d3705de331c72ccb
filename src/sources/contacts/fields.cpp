#include "sources/contacts/fields.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sources {

namespace {

struct Words
{
    const char *field;
    const char *words; // separated by spaces; in the form of folded() below
};

constexpr Words vocabulary[] = {
    {"external_id",
     "id externalid customerid clientid contactid customernumber customerno customercode clientno accountnumber "
     "kundennummer kundennr kdnr kundenid numeroclient codeclient idclient idcliente codigocliente numerocliente "
     "codicecliente klantnummer klantnr debitornr debitorennummer erpid crmid recordid"},
    {"name",
     "name fullname customername clientname contactname displayname kundenname nomcomplet nombrecompleto nomecompleto "
     "volledigenaam customer client kunde cliente klant"},
    {"first_name", "firstname first givenname forename vorname prenom nombre nome primeironome voornaam fname"},
    {"last_name",
     "lastname last surname familyname nachname familienname nomdefamille nom apellido apellidos cognome sobrenome "
     "achternaam lname"},
    {"company", "company companyname organisation organization business firma firmenname unternehmen societe "
                "entreprise raisonsociale "
                "empresa azienda ragionesociale bedrijf bedrijfsnaam account accountname"},
    {"kind", "kind customertype contacttype kundentyp typeclient tipocliente klanttype"},
    {"phone",
     "phone phonenumber phoneno mobile mobilenumber mobileno mobilephone cell cellphone cellular telephone tel telefon "
     "telefonnummer handy handynummer mobil mobilnummer mobiltelefon mobilfunk rufnummer gsm portable "
     "telephoneportable "
     "numerodetelephone telefono celular movil telefonomovil numerotelefono cellulare telefone telemovel telefoon "
     "telefoonnummer mobiel contactnumber sms smsnumber phone1 msisdn"},
    {"whatsapp", "whatsapp whatsappnumber whatsappno wa waid"},
    {"email",
     "email emailaddress mail mailaddress emailid emailadresse mailadresse courriel adressemail adresseemail correo "
     "correoelectronico indirizzoemail posta emailadres eemail"},
    {"language", "language lang sprache langue idioma lingua taal locale preferredlanguage"},
    {"time_zone", "timezone tz zeitzone fuseauhoraire zonahoraria fusoorario tijdzone"},
    {"country", "country countrycode land pays pais paese landcode iso2 countryiso"},
    {"group",
     "group customergroup kundengruppe gruppe groupe groupeclient grupo grupocliente gruppo groep klantgroep category "
     "segment"},
    {"territory", "territory region gebiet vertriebsgebiet territoire territorio territorio regio area salesregion"},
    {"vip", "vip isvip"},
    {"lead_source", "leadsource source herkunft quelle origine origen origem bron utmsource"},
    {"lead_stage", "leadstage stage leadstatus phase"},
    {"loyalty_tier", "loyaltytier tier loyalty loyaltylevel loyaltyprogramtier treuestufe"},
    {"birthday",
     "birthday birthdate dateofbirth dob geburtstag geburtsdatum datedenaissance naissance fechadenacimiento "
     "fechanacimiento nacimiento cumpleanos datadinascita datanascita datadenascimento nascimento geboortedatum bday"},
    {"anniversary",
     "anniversary anniversarydate jahrestag jubilaeum jubilaum hochzeitstag aniversario anniversario jubileum"},
    {"customer_since",
     "customersince since kundeseit clientdepuis clientedesde clientedal klantsinds signupdate joined joindate"},
    {"last_purchase_on",
     "lastpurchase lastpurchasedate lastorderdate lastpurchaseon letzterkauf letzterkaufam letztebestellung "
     "dernierachat ultimacompra ultimoacquisto laatsteaankoop lastinvoicedate"},
    {"last_purchase_amount", "lastpurchaseamount lastorderamount letzterbetrag letzterkaufbetrag montantdernierachat"},
    {"do_not_disturb", "donotdisturb dnd donotcontact donotcall nichtstoeren nichtstoren nepasderanger nomolestar"},
    {"notes", "notes note comment comments remark remarks notiz notizen bemerkung bemerkungen kommentar remarques "
              "commentaire notas "
              "comentario commenti opmerkingen description"},
    {"tags", "tags tag labels label schlagworte schlagwort etiquettes etiquetas keywords"},
};

// Lower case, without accents and anything that is no letter or digit: "E-Mail Adresse" and "email_adresse" are one.
QString folded(const QString &header)
{
    QString out;
    for (const QChar c : header.normalized(QString::NormalizationForm_KD))
        if (c.isLetterOrNumber())
            out += c.toLower();
    return out;
}

const QHash<QString, QString> &fieldByWord()
{
    static const QHash<QString, QString> map = [] {
        QHash<QString, QString> made;
        for (const Words &entry : vocabulary)
            for (const QString &word : QString::fromLatin1(entry.words).split(u' '))
                if (!made.contains(word))
                    made.insert(word, QString::fromLatin1(entry.field));
        return made;
    }();
    return map;
}

} // namespace

const QStringList &importFields()
{
    static const QStringList fields = [] {
        QStringList made;
        for (const Words &entry : vocabulary)
            made << QString::fromLatin1(entry.field);
        return made;
    }();
    return fields;
}

bool isImportField(const QString &field)
{
    return field.isEmpty() || importFields().contains(field) ||
           (field.startsWith("attribute:"_L1) && !field.mid(10).trimmed().isEmpty());
}

QStringList guessFields(const QStringList &headers)
{
    QStringList guessed;
    QSet<QString> taken;
    for (const QString &header : headers) {
        QString field = fieldByWord().value(folded(header));
        // Our own names as they stand, from an export of ours or a script.
        if (const QString plain = header.trimmed().toLower(); importFields().contains(plain))
            field = plain;
        if (header.startsWith("attribute:"_L1) && isImportField(header))
            field = header;
        if (field.isEmpty() || taken.contains(field)) {
            guessed << QString();
            continue;
        }
        taken << field;
        guessed << field;
    }
    return guessed;
}

bool looksLikeHeader(const QStringList &firstRecord)
{
    for (const QString &field : guessFields(firstRecord))
        if (!field.isEmpty())
            return true;
    for (const QString &cell : firstRecord) {
        const QString text = cell.trimmed();
        if (text.isEmpty() || text.contains(u'@') || text.at(0).isDigit() || text.startsWith(u'+'))
            return false;
    }
    return true;
}

} // namespace sources

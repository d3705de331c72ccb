#include "domain/consent/keywordtables.h"

namespace domain::keywords {

namespace {

constexpr WordList lists[] = {
    {En, Meaning::Out,
     u"stop,stopall,stop all,unsubscribe,un subscribe,unsub,cancel,end,quit,revoke,optout,opt out,remove,remove me,td"},
    {Fr, Meaning::Out, u"arret,arreter,arrete,arretez,desabonner,desabonnement,desinscrire,desinscription,resilier"},
    {Es, Meaning::Out, u"baja,alto,parar,pare,cancelar,detener,no mas,salir,eliminar"},
    {De, Meaning::Out, u"stopp,abmelden,abmeldung,abbestellen,ende,beenden,austragen"},
    {Pt, Meaning::Out, u"sair,parar,pare,cancelar,remover,descadastrar"},
    {Hi, Meaning::Out, u"बंद,बंद करो,बंद करें,बन्द,बन्द करो,बन्द करें,रोकें,रोको,रुको,band karo,band karen,roko"},
    {En, Meaning::In, u"start,unstop,un stop,subscribe,optin,opt in,resume"},
    {Fr, Meaning::In, u"reprendre,inscrire"},
    {Es, Meaning::In, u"alta,iniciar"},
    {De, Meaning::In, u"anmelden"},
    {Pt, Meaning::In, u"iniciar,voltar"},
    {Hi, Meaning::In, u"शुरू,शुरू करें,शुरू करो,shuru karo"},
    {En, Meaning::Weak, u"yes,y"},
    {Fr, Meaning::Weak, u"oui"},
    {Es, Meaning::Weak, u"si"},
    {De, Meaning::Weak, u"ja"},
    {Pt, Meaning::Weak, u"sim"},
    {Hi, Meaning::Weak, u"हाँ,हां,haan"},
    {En, Meaning::Help, u"help,info"},
    {Fr, Meaning::Help, u"aide"},
    {Es, Meaning::Help, u"ayuda"},
    {De, Meaning::Help, u"hilfe"},
    {Pt, Meaning::Help, u"ajuda"},
    {Hi, Meaning::Help, u"मदद,सहायता,madad"},
};

// 'do not', 'can not', 'will not', 'no longer' … are one word here: dont, cant, wont, nolonger.
constexpr PhraseRow guards[] = {
    {En, Unless::Never,
     u"dont|never|cant|wont|didnt|doesnt|havent|not [ever|please|just] stop|cancel|end|quit|unsubscribe|remove"},
    {En, Unless::Never,
     u"dont|didnt|doesnt|never|not want|wanted|mean|meant|wish|ask|asked|like|need [you|me] to "
     u"stop|cancel|end|quit|unsubscribe|remove"},
    {En, Unless::Never, u"non stop"},
    {Es, Unless::Never, u"no pares|pare|paren|cancele|canceles|cancelen"},
    {De, Unless::Never, u"nicht aufhoren|aufhoeren|abmelden|abbestellen|austragen|beenden|stoppen"},
    {Fr, Unless::Never, u"narrete|narretez [surtout] pas|jamais"},
    {Fr, Unless::Never, u"ne vous|tarrete|tarretez [arretez] [surtout] pas|jamais"},
    {Pt, Unless::Never, u"nao pare|parem|pares|cancele|cancelem"},
    {Hi, Unless::Never, u"band|बंद|बन्द mat|मत karo|karen|करो|करें"},
    {Hi, Unless::Never, u"mat|मत roko|ruko|रोको|रोकें|रुको"},
};

constexpr PhraseRow phrases[] = {
    {En, Unless::Never, u"stop|quit|cease texting|messaging|contacting|emailing|spamming|bothering|harassing"},
    {En, Unless::OrderOrTime, u"stop|quit|cease sending|calling|receiving"},
    {En, Unless::OrderOrTime,
     u"stop|end|cancel "
     u"{the|these|those|this|all|more|any|my|your|our|of|text|sms|marketing|promotional|promo|sending|me} "
     u"texts|messages|msgs|ads|promos|promo|promotions|marketing|offers|alerts|subscription|subscriptions|newsletter|"
     u"newsletters|"
     u"notifications|advertising|spam"},
    {En, Unless::AlsoOfSubject, u"dont|never [ever|please] text|message|contact|send|call|email|msg"},
    {En, Unless::Never, u"remove|delete me"},
    {En, Unless::Never, u"remove|delete|take my|this number|phone|mobile|cell [number] off|from|out"},
    {En, Unless::Never, u"remove|delete my|this [phone|mobile|cell] number"},
    {En, Unless::Never, u"take me off|out"},
    {En, Unless::Never,
     u"take me|us from {the|your|this|all|any|mailing|text|contact|marketing|sms} list|lists|database"},
    {En, Unless::Never, u"unsubscribe|unsub me|us|my"},
    {En, Unless::Never, u"want|like|wish|need|trying|how to unsubscribe|unsub"},
    {En, Unless::Never, u"how do|can i|we unsubscribe|unsub"},
    {En, Unless::Never, u"want|like|wish|need|trying|how to opt out"},
    {En, Unless::Never, u"want|like|wish|need to be removed|unsubscribed"},
    {En, Unless::Never, u"opt me|us out"},
    {En, Unless::Never, u"opt out of|from"},
    {En, Unless::Never, u"want|wish|like [to] [be|get] off {of|this|your|the|mailing|text} list|lists"},
    {En, Unless::Never, u"leave me|us alone"},
    {En, Unless::Never,
     u"no more {of|these|those|your|text|sms|marketing|promotional|spam} "
     u"texts|text|messages|message|msgs|sms|ads|promos|promotions|marketing|offers|emails|alerts|notifications|spam"},
    {En, Unless::Never, u"lose my|this number"},
    {En, Unless::OrderOrTime, u"wrong number"},
    {En, Unless::OrderOrTime, u"dont|nolonger want|wish|like|need|care to receive|get|hear|see|recieve"},
    {En, Unless::OrderOrTime,
     u"dont|nolonger want|wish|like|need to be {on|part|of|your|the|this|any|a} "
     u"contacted|texted|messaged|called|emailed|subscribed|bothered|list|lists"},
    {En, Unless::OrderOrTime, u"dont|nolonger want|wish|need|like to subscribe"},
    {En, Unless::Never,
     u"dont|nolonger want|need|like "
     u"{any|more|further|of|these|those|this|your|ur|the|such|all|to|receive|get|see|text|marketing|promotional|sms|"
     u"from|you} "
     u"texts|text|messages|message|msgs|sms|emails|ads|promos|promotions|marketing|offers|alerts|spam|notifications|"
     u"newsletter|newsletters|subscription|service|services|updates|communications|whatsapp"},
    {En, Unless::OrderOrTime,
     u"dont|nolonger want|need|like these|those|this|them [anymore|more|again|please|thanks] $"},
    {En, Unless::OrderOrTime, u"dont|nolonger want|need anything|nothing [more|else] from you|u"},
    {En, Unless::OrderOrTime,
     u"dont|nolonger want|need|like you|u|this|anyone [to] "
     u"text|texting|message|messaging|contact|contacting|call|calling|email|emailing|send|sending"},
    {En, Unless::Never, u"revoke|revoking|withdraw|withdrawing {my|all|the} consent"},
    {En, Unless::Never, u"i [already|just] said|say stop"},
    {Fr, Unless::Never,
     u"arretez|arrete|arreter|cessez|cesse|cesser [de] [me|nous|vos|tous|ces] "
     u"menvoyer|envoyer|denvoyer|contacter|ecrire|mecrire|decrire|mappeler|appeler|texter|harceler|spammer"},
    {Fr, Unless::OrderOrTime,
     u"ne [me|nous] "
     u"menvoyez|menvoie|menvoies|menvoyer|envoyez|contactez|contacte|mecrivez|mecris|ecrivez|mappelez|appelez|textez "
     u"[surtout] plus|jamais"},
    {Fr, Unless::OrderOrTime, u"nenvoyez|necrivez|nappelez [nous] plus|jamais"},
    {Fr, Unless::Never,
     u"desabonnez|desabonne|desabonner|desinscrivez|desinscris|desinscrire|retirez|retire|enlevez|supprimez moi|nous"},
    {Fr, Unless::Never, u"me desabonner|desinscrire"},
    {Fr, Unless::Never, u"retirez|enlevez|supprimez|effacez mon numero"},
    {Fr, Unless::OrderOrTime, u"veux|souhaite|desire|voudrais|souhaiterais plus recevoir|etre"},
    {Fr, Unless::OrderOrTime,
     u"ne veux|souhaite|desire plus {de|vos|ces|aucun|aucune|en} "
     u"sms|messages|message|pub|publicite|publicites|textos|offres|promos"},
    {Fr, Unless::Never, u"merci [de] arreter|darreter"},
    {Fr, Unless::OrderOrTime, u"ne plus [me|nous] menvoyer|envoyer|contacter|appeler|mappeler|ecrire|mecrire|recevoir"},
    {Fr, Unless::Never,
     u"stop|arret|arretez {la|les|de|vos|toute|toutes|cette} pub|publicite|publicites|promo|offres|spam"},
    {Fr, Unless::Never, u"arretez|arrete|cessez tout de suite"},
    {Fr, Unless::Never, u"stop au #"},
    {Fr, Unless::Never, u"^ stop #5 $"},
    {Es, Unless::OrderOrTime,
     u"no me|nos "
     u"envien|envie|envies|manden|mande|mandes|escriban|escriba|escribas|contacten|contacte|contactes|llamen|llame|"
     u"llames"},
    {Es, Unless::Never,
     u"no mas|quiero|deseo "
     u"{quiero|deseo|seguir|recibir|recibiendo|mas|sus|estos|estas|tus|los|las|de|este|tipo|ningun|ninguna|otros} "
     u"mensajes|mensaje|sms|publicidad|textos|promociones|ofertas|spam|notificaciones|correos|anuncios"},
    {Es, Unless::OrderOrTime, u"no quiero|deseo [seguir] recibir|recibiendo [nada] mas|nada|$"},
    {Es, Unless::Never, u"cancelar|cancelen [mi|la] suscripcion|subscripcion"},
    {Es, Unless::Never, u"darme|deme|denme|dame|darnos de baja"},
    {Es, Unless::Never, u"me den|dan|de|des de baja"},
    {Es, Unless::OrderOrTime,
     u"dejen|deje|deja|dejad|paren|pare|para|dejar de [me] "
     u"enviar|enviarme|mandar|mandarme|escribir|escribirme|molestar|molestarme|contactar|contactarme|llamar|llamarme"},
    {Es, Unless::Never,
     u"borren|borre|borra|borrar|eliminen|elimine|elimina|eliminar|quiten|quite|quita|quitar mi numero|telefono"},
    {Es, Unless::Never, u"borrenme|eliminenme|quitenme|borrame|eliminame|quitame de"},
    {De, Unless::AlsoOfSubject,
     u"keine [weiteren|weitere|mehr] {werbe|eure|ihre|deine|solchen|solche} "
     u"sms|nachrichten|nachricht|werbung|werbesms|werbenachrichten|whatsapp|newsletter|mails [mehr]"},
    {De, Unless::Never,
     u"mich {vom|von|aus|der|dem|den|euren|ihren|diesem|newsletter|liste|verteiler|sms} "
     u"abmelden|austragen|abzumelden|auszutragen"},
    {De, Unless::Never, u"meldet|melden|tragt|tragen|trage [sie] mich [bitte] ab|aus"},
    {De, Unless::Never,
     u"meine nummer [bitte] [aus|von] [eurer|ihrer|der] [liste|datenbank] loschen|loeschen|entfernen"},
    {De, Unless::Never,
     u"loschen|loeschen|loscht|loescht|losche|loesche|entfernen|entfernt [sie] [bitte] meine nummer"},
    {De, Unless::OrderOrTime,
     u"nicht|nichts mehr schreiben|senden|schicken|anschreiben|kontaktieren|anrufen|texten|zusenden|zuschicken"},
    {De, Unless::OrderOrTime,
     u"schreibt|schreiben|sendet|senden|schickt|schicken|kontaktiert|kontaktieren [sie] mir|mich|uns [bitte] "
     u"nicht|nichts|keine mehr"},
    {De, Unless::Never, u"lasst|lassen [sie] mich in ruhe"},
    {De, Unless::Never, u"widerrufe|widerruf [ich] [hiermit] [meine|meiner|die|der] einwilligung|zustimmung"},
    {De, Unless::Never, u"meine einwilligung|zustimmung [hiermit] [zu] widerrufen|zuruck|zurueck|widerrufe"},
    {Pt, Unless::OrderOrTime, u"nao quero [mais] receber"},
    {Pt, Unless::Never,
     u"nao quero {mais|receber|suas|essas|estas|as|os|seus|esses|de|nenhuma} "
     u"mensagens|mensagem|sms|propaganda|propagandas|publicidade|promocoes|ofertas|spam"},
    {Pt, Unless::OrderOrTime, u"nao [me|nos|mais] envie|enviem|mande|mandem|envia|manda|contate|contatem|ligue|liguem"},
    {Pt, Unless::OrderOrTime, u"pare|parem|para de [me|nos] enviar|mandar|contatar|ligar|escrever|incomodar|perturbar"},
    {Pt, Unless::Never, u"sair da|desta|dessa|de lista"},
    {Pt, Unless::Never, u"me|nos remova|removam|descadastre|descadastrem|exclua|excluam"},
    {Pt, Unless::Never, u"me|nos tire|tirem da|do|dessa|desta|desse|deste|daqui|$"},
    {Pt, Unless::Never, u"retire|retirem|remova|removam|tire|tirem|exclua|apague|apaguem [o] meu numero|telefone"},
    {Hi, Unless::Never,
     u"मैसेज|मेसेज|संदेश|सन्देश|एसएमएस|message|messages|msg|msgs|sms|sandesh ... मत|न|ना भेजो|भेजें|भेजिए|भेजना|भेजे"},
    {Hi, Unless::Never,
     u"मैसेज|मेसेज|संदेश|सन्देश|एसएमएस|message|messages|msg|msgs|sms|sandesh ... बंद|बन्द करो|करें|कीजिए|करिए|कर"},
    {Hi, Unless::Never, u"मैसेज|मेसेज|संदेश|सन्देश|एसएमएस|message|messages|msg|msgs|sms|sandesh ... नहीं|नही चाहिए|चाहिये"},
    {Hi, Unless::Never, u"मत भेजो|भेजें|भेजिए|भेजना [मुझे] मैसेज|मेसेज|संदेश|सन्देश|एसएमएस|message|messages|sms"},
    {Hi, Unless::Never, u"भेजना बंद|बन्द करो|करें|कीजिए|करिए|कर"},
    {Hi, Unless::Never, u"message|messages|msg|msgs|sms|sandesh ... mat bhejo|bhejiye|bhejna|bheje|karo|karna"},
    {Hi, Unless::Never, u"message|messages|msg|msgs|sms|sandesh ... band karo|karen|karein|kijiye|kar"},
    {Hi, Unless::Never, u"message|messages|msg|msgs|sms|sandesh ... nahi|nahin chahiye"},
    {Hi, Unless::Never, u"bhejna band karo|karen|karein|kijiye|kar"},
};

} // namespace

std::span<const WordList> wordLists() { return lists; }
std::span<const PhraseRow> optOutPhrases() { return phrases; }
std::span<const PhraseRow> guardPhrases() { return guards; }

const char16_t *fillerWords()
{
    return u"please,pls,plz,now,thanks,thank,thx,ok,okay,all,it,this,me,my,text,texts,texting,message,messages,msg,"
           u"msgs,sms,whatsapp,"
           u"email,emails,to,from,you,your,the,and,i,said,hi,hello,hey,just,immediately,kindly,these,those,reply,"
           u"already,told,"
           u"svp,stp,sil,vous,plait,merci,bonjour,salut,tout,tous,les,vos,maintenant,"
           u"por,favor,gracias,hola,ya,todo,ahora,mensaje,mensajes,"
           u"bitte,danke,hallo,alles,jetzt,sofort,alle,nachricht,nachrichten,"
           u"obrigado,obrigada,ola,tudo,agora,mensagem,mensagens,"
           u"कृपया,प्लीज,जी,धन्यवाद,यह,ये,सब,अब,मुझे,मैसेज,मेसेज,संदेश,एसएमएस,ji,kripya,sab,ab,mujhe,yeh,ye";
}

const char16_t *orderWords()
{
    return u"order,orders,appointment,appointments,booking,bookings,reservation,reservations,invoice,invoices,bill,"
           u"package,parcel,delivery,"
           u"receipt,meeting,table,refund,payment,item,items,"
           u"commande,commandes,facture,colis,livraison,reservation,"
           u"pedido,pedidos,factura,facturas,cita,citas,reserva,paquete,paquetes,entrega,"
           u"bestellung,bestellungen,termin,termine,rechnung,rechnungen,paket,pakete,lieferung,buchung,"
           u"encomenda,fatura,consulta,conta,"
           u"ऑर्डर,अपॉइंटमेंट,बिल,पार्सल";
}

const char16_t *timeWords()
{
    return u"late,later,before,after,tomorrow,today,tonight,until,till,during,while,between,instead,night,morning,"
           u"evening,weekends,yet,driving,busy,"
           u"avant,apres,demain,tard,antes,despues,manana,tarde,hoy,hasta,vor,nach,morgen,heute,spat,spaet,depois,"
           u"amanha,hoje";
}

const char16_t *finalWords() { return u"anymore,again,ever,more,mas,nunca,plus,jamais,mehr,mais"; }

const char16_t *subjectWords()
{
    return u"i,we,they,he,she,you,people,habe,hab,haben,hatte,hatten,noch,bisher,gibt,kam,kamen";
}

const char16_t *marketingWords()
{
    return u"marketing,ad,ads,advertising,promo,promos,promotion,promotions,promotional,offers,newsletter,newsletters,"
           u"pub,publicite,publicites,offres,publicidad,promociones,ofertas,anuncios,werbung,werbesms,werbenachrichten,"
           u"propaganda,propagandas,publicidade,promocoes";
}

} // namespace domain::keywords

// The welcome letter in the six languages of the shop's customers.
import type { Language } from '../shop/places';

export interface Letter {
  readonly subject: string;
  readonly preheader: string;
  readonly body: string;
  readonly button: string;
}

export const welcomeLetters: Record<Language, Letter> = {
  en: {
    subject: 'Welcome to Meadow & Main, {{ customer.first_name }}',
    preheader: 'A small present for your first order is inside.',
    body: `# Good to have you, {{ customer.first_name }}

We are a small shop for people who like things that last: linen, stoneware, candles, seeds and good olive oil.

To say hello, your first order is **10 % off** with the code **WELCOME10**. It is good for 14 days.

If you are ever unsure about a size, a glaze or a gift, just answer this letter. A person reads it.

Warmly,
Nell from Meadow & Main`,
    button: 'Have a look around',
  },
  es: {
    subject: 'Te damos la bienvenida, {{ customer.first_name }}',
    preheader: 'Dentro encontrarás un pequeño regalo para tu primer pedido.',
    body: `# Qué alegría tenerte aquí, {{ customer.first_name }}

Somos una tienda pequeña para quienes aprecian las cosas que duran: lino, gres, velas, semillas y buen aceite de oliva.

Para darte la bienvenida, tu primer pedido tiene un **10 % de descuento** con el código **WELCOME10**, válido durante 14 días.

Si alguna vez dudas con una talla, un esmalte o un regalo, responde a este mensaje. Lo lee una persona.

Un abrazo,
Nell, de Meadow & Main`,
    button: 'Echar un vistazo',
  },
  pt: {
    subject: 'Que bom ter-te connosco, {{ customer.first_name }}',
    preheader: 'Há um pequeno presente para a tua primeira encomenda.',
    body: `# Que bom ter-te connosco, {{ customer.first_name }}

Somos uma loja pequena para quem gosta de coisas que duram: linho, grés, velas, sementes e bom azeite.

Para dar as boas-vindas, a tua primeira encomenda tem **10 % de desconto** com o código **WELCOME10**, válido por 14 dias.

Se tiveres dúvidas com um tamanho, um vidrado ou um presente, responde a esta mensagem. Quem a lê é uma pessoa.

Um abraço,
Nell, da Meadow & Main`,
    button: 'Espreitar a loja',
  },
  it: {
    subject: 'Che bello averti con noi, {{ customer.first_name }}',
    preheader: 'Dentro c’è un piccolo regalo per il tuo primo ordine.',
    body: `# Che bello averti con noi, {{ customer.first_name }}

Siamo un piccolo negozio per chi ama le cose che durano: lino, gres, candele, semi e buon olio d’oliva.

Per darti il benvenuto, il tuo primo ordine ha il **10 % di sconto** con il codice **WELCOME10**, valido per 14 giorni.

Se hai un dubbio su una misura, uno smalto o un regalo, rispondi a questa lettera. La legge una persona.

Un caro saluto,
Nell di Meadow & Main`,
    button: 'Dai un’occhiata',
  },
  ro: {
    subject: 'Bine ai venit, {{ customer.first_name }}',
    preheader: 'Înăuntru este un mic cadou pentru prima ta comandă.',
    body: `# Ne bucurăm că ești aici, {{ customer.first_name }}

Suntem un magazin mic pentru oamenii cărora le plac lucrurile care durează: in, ceramică, lumânări, semințe și ulei de măsline bun.

Ca să te întâmpinăm, prima ta comandă are **10 % reducere** cu codul **WELCOME10**, valabil 14 zile.

Dacă ai vreo îndoială la o mărime, un smalț sau un cadou, răspunde la acest mesaj. Îl citește un om.

Cu drag,
Nell de la Meadow & Main`,
    button: 'Aruncă o privire',
  },
  cs: {
    subject: 'Vítejte v Meadow & Main, {{ customer.first_name }}',
    preheader: 'Uvnitř je malý dárek k vaší první objednávce.',
    body: `# Jsme rádi, že jste tu, {{ customer.first_name }}

Jsme malý obchod pro lidi, kteří mají rádi věci, jež vydrží: len, kameninu, svíčky, semínka a dobrý olivový olej.

Na uvítanou máte na první objednávku **slevu 10 %** s kódem **WELCOME10**. Platí 14 dní.

Pokud si nejste jisti velikostí, glazurou nebo dárkem, stačí odpovědět na tento dopis. Čte ho člověk.

Srdečně
Nell z Meadow & Main`,
    button: 'Rozhlédnout se',
  },
};

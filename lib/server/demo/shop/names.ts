// First and family names by language. Czech family names come in the form for men and the form for women.
import type { Language } from './places';

interface Names {
  readonly women: string;
  readonly men: string;
  readonly families: string;
}

export const names: Record<Language, Names> = {
  en: {
    women:
      'Amelia Olivia Grace Freya Hannah Charlotte Emily Ruth Isla Nora Alice Megan Zoe Beth Clara Ivy Martha Daisy',
    men: 'Oliver George Harry Thomas James Daniel Owen Callum Samuel Henry Jack Adam Luke Ewan Ryan Felix Arthur Ben',
    families:
      'Smith Jones Taylor Brown Williams Wilson Evans Walker Roberts Wright Hughes Green Hall Clarke Cooper Ward Turner Hill Moore Baker Carter Reid Murphy Kelly Byrne Foster Palmer Webb Hunt Marsh',
  },
  es: {
    women:
      'Lucía María Paula Carmen Sofía Elena Marta Laura Irene Alba Claudia Rocío Nuria Pilar Inés Ana Silvia Noelia',
    men: 'Hugo Daniel Pablo Alejandro Javier Diego Álvaro Sergio Manuel Adrián Carlos Raúl Iván Jorge Rubén Miguel Luis Andrés',
    families:
      'García Martínez López Sánchez Pérez Gómez Fernández Ruiz Díaz Moreno Muñoz Álvarez Romero Navarro Torres Domínguez Vázquez Ramos Gil Serrano Molina Ortega Delgado Castro Rubio Marín Iglesias Cortés Herrera Campos',
  },
  pt: {
    women:
      'Maria Leonor Matilde Beatriz Carolina Mariana Inês Ana Joana Rita Catarina Sofia Marta Filipa Teresa Sara Helena Bruna',
    men: 'João Francisco Afonso Duarte Tiago Miguel Rui Pedro Diogo Gonçalo André Nuno Bruno Ricardo Hugo Vasco Paulo Tomás',
    families:
      'Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Sousa Fernandes Gonçalves Gomes Lopes Marques Alves Almeida Ribeiro Pinto Carvalho Teixeira Moreira Correia Mendes Nunes Soares Vieira Monteiro Cardoso Rocha Neves',
  },
  it: {
    women:
      'Giulia Sofia Aurora Martina Chiara Francesca Sara Elena Valentina Alice Federica Ilaria Silvia Anna Paola Marta Elisa Laura',
    men: 'Leonardo Francesco Lorenzo Alessandro Andrea Matteo Luca Marco Davide Simone Riccardo Stefano Paolo Giorgio Fabio Nicola Pietro Enrico',
    families:
      'Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti Mancini Costa Giordano Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone Longo',
  },
  ro: {
    women:
      'Maria Elena Ioana Andreea Ana Alexandra Mihaela Cristina Raluca Diana Gabriela Simona Alina Bianca Teodora Oana Roxana Irina',
    men: 'Andrei Alexandru Mihai Ștefan Ionuț Vlad Cristian Radu Bogdan Florin Adrian George Răzvan Cosmin Dan Sorin Tudor Lucian',
    families:
      'Popescu Ionescu Popa Pop Radu Dumitru Stan Stoica Gheorghe Matei Ciobanu Rusu Constantin Marin Lazăr Florea Dobre Barbu Nistor Tudor Moldovan Ungureanu Petrescu Munteanu Enache Dinu Vasile Bucur Toma Cozma',
  },
  cs: {
    women:
      'Jana Eva Anna Lenka Kateřina Lucie Petra Veronika Tereza Barbora Markéta Alena Klára Eliška Hana Zuzana Monika Adéla',
    men: 'Jan Petr Jakub Tomáš Martin Lukáš Pavel Michal Ondřej David Vojtěch Filip Jiří Josef Karel Marek Daniel Adam',
    families:
      'Novák/Nováková Svoboda/Svobodová Novotný/Novotná Dvořák/Dvořáková Černý/Černá Procházka/Procházková Kučera/Kučerová Veselý/Veselá Horák/Horáková Němec/Němcová Pokorný/Pokorná Marek/Marková Pospíšil/Pospíšilová Hájek/Hájková Jelínek/Jelínková Král/Králová Růžička/Růžičková Beneš/Benešová Fiala/Fialová Sedláček/Sedláčková Doležal/Doležalová Zeman/Zemanová Kolář/Kolářová Krejčí/Krejčí Navrátil/Navrátilová Čermák/Čermáková Urban/Urbanová Vaněk/Vaňková Blažek/Blažková Kříž/Křížová',
  },
};

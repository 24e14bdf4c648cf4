/**
 * Given names by which a name is told from a place or an organisation, without accents: the ones that come up most in France
 * and in the countries of its partners. A rare one costs a finding, never makes one.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `abdoulaye adele adrien agathe agnes ahmed aissa alain alejandro alex alexandra alexandre alexis alfonso ali alice aline alix amadou
   amandine amelie ana anais andre andrea andres angel angela angelica anita anna anne annie anthony antoine antonio apolline ariane
   armand arnaud arthur astrid aude audrey aurelie aurore axel baptiste barbara beatrice benedicte benjamin benoit bernadette bernard
   bertrand blandine brenda brigitte bruno camila camille capucine carla carlos carmen carole caroline catherine cecile cedric celia
   celine chantal charles charlotte chloe christelle christian christiane christine christophe cindy claire clara clarisse claude
   claudia claudine clemence clement colette constance coralie coraline corentin corinne cristina cyril cyrielle cyrille dan damien daniel
   daniela daniele danielle david deborah delphine denis denise diana diane diego didier dominique dorothee edith eduardo edouard elaine
   eleonore eliane elisabeth elise elodie elsa emile emilie emma emmanuel emmanuelle enrique eric ernesto esteban estelle esther
   etienne eugenie eva evelyne fabien fabienne fabrice fanny farida fatima fatou fatoumata felix fernanda fernando flavie florence florent
   florian francisco franck francois francoise frederic frederique gabriel gabriela gabrielle gael gaelle genevieve georges gerald
   gerard ghislaine gilbert gilles gisele gonzalo gregoire gregory guillaume gustavo guy gwenaelle hector helene henri herve hortense
   hubert hugo hugues ibrahim ines ingrid irene isabel isabelle ismael jacqueline jacques javier jean jeanne jennifer jeremie jeremy
   jerome jessica joanna joao joel joelle john jorge jose joseph josiane joseph juan juana judith julia julie julien juliette julio karim
   karima karine katia kevin laetitia laura laure laurence laurent lea leila leo leonardo leonore leticia lia lila lina linda lionel
   lise loic lorenzo lou louis louise luc luca lucas lucia lucie lucien ludivine ludovic luis luisa lydie maelle magali malika manon
   manuel manuela marc marcel marcelle marcelo marco margaux margot maria mariam mariama mariana marie marielle marina marine mario marion
   marisol marta marthe martin martine maryse mateo mathias mathieu mathilde matthieu maud maude maurice max maxime melanie melissa
   melodie michel michele micheline michelle miguel mireille mohamed mohammed monica monique morgane moussa muriel myriam nadege nadia
   nadine nadir naima nancy natacha nathalie nathan nelly nicolas nicole nina noel noelle noemie nora nuria oceane octave odette odile
   olivier omar oscar oumar pablo paola pascal pascale patrice patricia patrick paul paula paulette pauline pedro perrine peter philippe
   pierre priscille quentin rachel rachid rafael ramon raphael raphaelle raul raymond rebecca regine regis remi remy renaud rene renee
   ricardo richard robert roberto rodolphe rodrigo roger roland rolande romain ronan rosa rose roxane sabina sabine sabrina said salim
   salma salome samia samir samira samuel sandra sandrine santiago sara sarah sebastian sebastien segolene serge sergio severine sidonie
   silvia simon simone sofia sofiane solange sonia sophie souad stephane stephanie suzanne sylvain sylvie tania tatiana teresa theo
   therese thibault thibaut thierry thomas tiphaine tom valentin valentina valentine valeria valerie vanessa veronica veronique vicente
   victor victoria vincent viviane virginie xavier yacine yann yannick yasmina yoann yolande youssef yves yvette yvon yvonne zoe
   zohra`
    .split(/\s+/)
    .filter(Boolean),
);

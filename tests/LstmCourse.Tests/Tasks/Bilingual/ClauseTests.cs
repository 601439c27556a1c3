using LstmCourse.Tasks.Bilingual;

namespace LstmCourse.Tests.Tasks.Bilingual;

public sealed class ClauseTests
{
    private static readonly Phrase TheBook = new("the book", "das Buch"), ALetter = new("a letter", "einen Brief", IsIndefinite: true);
    private static readonly Phrase Him = new("him", "ihn", IsPronoun: true);
    private static readonly TimePhrase Yesterday = new("yesterday", "gestern", TimeKind.Past);

    [Fact]
    public void The_german_verb_stands_second_first_or_last()
    {
        var reads = new Clause(People("the woman"), Verb("read"), Mode.Present) { Accusative = TheBook };

        Assert.Equal("the woman reads the book", reads.English());
        Assert.Equal("die Frau liest das Buch", reads.GermanMain());
        Assert.Equal("oft liest die Frau das Buch", reads.GermanMain("oft"));
        Assert.Equal("liest die Frau das Buch", reads.GermanQuestion());
        Assert.Equal("die Frau das Buch liest", reads.GermanSubordinate());
        Assert.Equal("does the woman read the book", reads.EnglishQuestion());
    }

    [Fact]
    public void A_separable_prefix_stands_at_the_end_and_joins_a_verb_that_is_last()
    {
        var call = new Clause(Pronoun("I"), Verb("call"), Mode.Present) { Accusative = Him };

        Assert.Equal("ich rufe ihn an", call.GermanMain());
        Assert.Equal("ich ihn anrufe", call.GermanSubordinate());
        Assert.Equal("ich kann ihn anrufen", (call with { Mode = Mode.Can }).GermanMain());
        Assert.Equal("ich ihn anrufen kann", (call with { Mode = Mode.Can }).GermanSubordinate());
    }

    [Fact]
    public void The_past_is_a_perfect_with_haben_or_sein()
    {
        var read = new Clause(People("my parents"), Verb("read"), Mode.Past) { Accusative = TheBook, Time = Yesterday };
        var came = new Clause(Pronoun("she"), Verb("come"), Mode.Past) { Time = Yesterday };

        Assert.Equal("my parents read the book yesterday", read.English());
        Assert.Equal("meine Eltern haben gestern das Buch gelesen", read.GermanMain());
        Assert.Equal("she came back yesterday", came.English());
        Assert.Equal("did she come back yesterday", came.EnglishQuestion());
        Assert.Equal("sie ist gestern zurückgekommen", came.GermanMain());
        Assert.Equal("sie gestern zurückgekommen ist", came.GermanSubordinate());
    }

    [Fact]
    public void Not_is_nicht_behind_a_definite_object_and_kein_before_an_indefinite_one()
    {
        var writes = new Clause(Pronoun("he"), Verb("write"), Mode.Present) { IsNegated = true, Accusative = TheBook };

        Assert.Equal("he does not write the book", writes.English());
        Assert.Equal("er schreibt das Buch nicht", writes.GermanMain());
        Assert.Equal("er schreibt keinen Brief", (writes with { Accusative = ALetter }).GermanMain());
        Assert.Equal("er keinen Brief geschrieben hat", (writes with { Accusative = ALetter, Mode = Mode.Past }).GermanSubordinate());
        Assert.Equal("he does not want to write the book", (writes with { Mode = Mode.Want }).English());
        Assert.Equal("he cannot write the book", (writes with { Mode = Mode.Can }).English());
    }

    [Fact]
    public void Pronouns_stand_before_the_time_in_german_and_before_the_particle_in_english()
    {
        var clause = new Clause(Pronoun("we"), Verb("pick"), Mode.Past) { Accusative = Him, Time = Yesterday };

        Assert.Equal("we picked him up yesterday", clause.English());
        Assert.Equal("we picked up the book yesterday", (clause with { Accusative = TheBook }).English());
        Assert.Equal("wir haben ihn gestern abgeholt", clause.GermanMain());
        Assert.Equal("wir haben gestern das Buch abgeholt", (clause with { Accusative = TheBook }).GermanMain());
    }

    [Fact]
    public void Every_verb_has_four_german_forms_and_a_participle_with_its_prefix()
    {
        Assert.All(BilingualLexicon.Verbs, verb =>
        {
            Assert.Equal(3, verb.English.Split(' ').Length);
            Assert.Equal(4, verb.German.Split(' ').Length);
            Assert.StartsWith(verb.Prefix, verb.Participle, StringComparison.Ordinal);
            Assert.EndsWith("n", verb.Infinitive, StringComparison.Ordinal);
            Assert.EndsWith("st", verb.Finite(You), StringComparison.Ordinal);
            Assert.All(verb.Things.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                name => Assert.Contains(BilingualLexicon.Things, thing => thing.English == name));
        });
        Assert.All(BilingualLexicon.HeldOut, pair => Assert.Contains(pair.Thing, Verb(pair.Verb).Things.Split(' ')));
    }

    private const Person You = LstmCourse.Tasks.Bilingual.Person.You;

    private static Verb Verb(string name) => BilingualLexicon.Verbs.Single(verb => verb.Base == name);

    private static Somebody People(string name) => BilingualLexicon.People.Single(one => one.English == name);

    private static Somebody Pronoun(string name) => BilingualLexicon.Pronouns.Single(one => one.English == name);
}

namespace TorchSharp.Portable.Tests.Conformance;

/// <summary>What the portable engine answers where TorchSharp's answer is known.</summary>
[Collection("global settings")]
public sealed class ConformanceTests
{
    private static readonly Dictionary<string, Func<object?>> Questions = new(
        TensorQuestions.Types.Concat(TensorQuestions.Indexing).Concat(TensorQuestions.Printing).Concat(TensorQuestions.Scopes)
            .Concat(TensorQuestions.Autograd).Concat(TensorQuestions.Operations));

    public static IEnumerable<object[]> Asked => Questions.Keys.Select(static question => new object[] { question });

    [Theory]
    [MemberData(nameof(Asked))]
    public void Answers_as_TorchSharp_does(string question) =>
        Assert.Equal(Differences.Expected(question), Facts.Answer(Questions[question]));
}

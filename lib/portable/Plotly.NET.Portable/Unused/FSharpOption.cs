namespace Microsoft.FSharp.Core;

/// <summary>Stands where the official signatures have F#'s option; C# callers leave these arguments out.</summary>
public sealed class FSharpOption<T>
{
    private FSharpOption()
    {
    }
}

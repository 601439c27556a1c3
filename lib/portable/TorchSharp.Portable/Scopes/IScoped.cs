namespace TorchSharp.Scopes;

/// <summary>Something that dispose scopes own. The scope keeps its own bookkeeping in the two properties; nobody else writes them.</summary>
internal interface IScoped : IDisposable
{
    /// <summary>The scope that will dispose this, or null.</summary>
    DisposeScope? Scope { get; set; }

    /// <summary>The place in the scope's list.</summary>
    int ScopeIndex { get; set; }
}

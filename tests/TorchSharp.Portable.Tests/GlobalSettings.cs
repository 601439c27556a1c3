namespace TorchSharp.Portable.Tests;

/// <summary>Tests that change or measure what the whole process shares: default type, print options, live tensors. They run alone.</summary>
[CollectionDefinition("global settings", DisableParallelization = true)]
public sealed class GlobalSettings;

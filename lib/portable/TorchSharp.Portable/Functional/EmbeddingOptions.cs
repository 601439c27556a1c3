namespace TorchSharp;

/// <param name="Padding">A row without gradient.</param>
/// <param name="MaxNorm">Rows that are looked up are first shortened to this norm.</param>
/// <param name="NormType">The p of that norm.</param>
/// <param name="ScaleByFrequency">Whether gradients are divided by how often their index occurs.</param>
internal sealed record EmbeddingOptions(long? Padding, double? MaxNorm = null, double NormType = 2, bool ScaleByFrequency = false);

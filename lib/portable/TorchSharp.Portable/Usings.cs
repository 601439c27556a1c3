// Inside the engine `Tensor`, `ScalarType` and the other types nested in `torch` go by their short names.
global using TorchSharp.Autograd;
global using TorchSharp.Operations;
global using TorchSharp.Storage;
global using TorchSharp.Tensors;
global using static TorchSharp.torch;

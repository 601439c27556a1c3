using TorchSharp;

namespace LstmCourse;

/// <summary>Where tensors live: the one place that chooses between the processor and a graphics card.</summary>
public static class Devices
{
    /// <summary>
    /// The device that models are trained on: a graphics card where libtorch finds one, otherwise the processor. Before and after its
    /// training a model lives on the processor, so that a notebook need not care.
    /// </summary>
    public static torch.Device Training { get; } = torch.cuda.is_available() ? torch.CUDA : torch.CPU;

    /// <summary>The device that a model's parameters live on, which its input must live on too; the processor if it has none.</summary>
    /// <param name="model">The model.</param>
    public static torch.Device Of(torch.nn.Module model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.parameters().FirstOrDefault()?.device ?? torch.CPU;
    }
}
